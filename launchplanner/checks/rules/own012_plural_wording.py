"""OWN012: words in a title or a note that hide a second owner."""

import re
from collections.abc import Iterator
from typing import Final

from launchplanner.checks.context import Context
from launchplanner.checks.finding import NOTE, WARNING, Finding, Fix, Rule
from launchplanner.plan.edits import Change
from launchplanner.plan.plan import TASK
from launchplanner.plan.work import DONE, DROPPED, Task
from launchplanner.words import _, joined, quoted

_PLURAL: Final = re.compile(
    r"\b(?:jointly|joint(?:ly)? (?:own\w*|respons\w*|lead\w*|accountab\w*)|co-?own\w*|co-?lead\w*|co-?driv\w+"
    r"|shared (?:owner\w*|responsib\w*|accountab\w*|lead\w*)|share (?:the )?(?:owner\w*|responsib\w*)"
    r"|we (?:all )?(?:align|own|agree who)|own(?:ed)? (?:together|by (?:both|all|everyone|everybody))"
    r"|both (?:teams|own|lead|drive)|everyone (?:owns|is responsible)"
    r"|[\w.]+ (?:and|&) [\w.]+ (?:to|will|both|should|must) (?:jointly |both )?(?:drive|own|lead|decide)"
    r"|gemeinsam(?:e|er)? (?:verantwort\w*|zust\w+ndig\w*)|conjointement|co-?responsab\w*|conjuntamente"
    r"|congiuntamente|gezamenlijk|gemensamt|wspólnie)\b",
    re.IGNORECASE,
)
# Adverbs that can be left out without changing what is to be done.
_LOOSE: Final = re.compile(
    r"\s*\b(?:jointly|conjointement|conjuntamente|congiuntamente|gezamenlijk|gemensamt|wspólnie)\b", re.IGNORECASE
)


def _check(context: Context) -> Iterator[Finding]:
    for key, task in context.lookup.tasks:
        if task.status == DROPPED:
            continue
        for field in ("title", "notes", "deliverable"):
            found = _PLURAL.search(getattr(task, field))
            if found is not None:
                severity = NOTE if task.status == DONE else WARNING
                message = _message(task, field, found.group())
                yield Finding(
                    RULE.id, severity, context.task(key), message, tuple(_fixes(key, field, getattr(task, field)))
                )
                break


def _message(task: Task, field: str, words: str) -> str:
    told = {
        "title": _("{task} says {words} in its title, which hides a second owner."),
        "notes": _("{task} says {words} in its notes, which hides a second owner."),
        "deliverable": _("{task} says {words} in its deliverable, which hides a second owner."),
    }[field]
    return told.format(task=quoted(task.title), words=quoted(" ".join(words.split())))


def _fixes(key: str, field: str, text: str) -> Iterator[Fix]:
    """Yield the text without a loose adverb, where nothing else in it speaks of several owners."""
    alone = _LOOSE.sub("", text).strip()
    if alone and alone != text.strip() and not _PLURAL.search(alone):
        title = _("Leave {words} out").format(words=joined([quoted(word.strip()) for word in _LOOSE.findall(text)]))
        yield Fix(title, Change(TASK, key, {field: alone}))


RULE = Rule(
    id="OWN012",
    name="plural_wording",
    severity=WARNING,
    title="Words that hide a second owner",
    what="A title, note or deliverable that shares the ownership which the owner field gives to one: 'jointly', "
    "'co-owned', 'shared responsibility', 'PM and PMM to drive'. It is a note for work that is done.",
    why="The field has one name, and the sentence beside it takes it back. When it gets tight, people quote the "
    "sentence.",
    repairs="A loose 'jointly' is left out. Otherwise write what each of them does; the helpers have their own field.",
    source="Rules of custody: no shared carrying; clear ownership fixes what more collaboration does not.",
    check=_check,
)
