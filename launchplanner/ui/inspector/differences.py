"""What differs between what a receiver accepted and what is in the baton now, in sentences; no Qt here."""

import json
from collections.abc import Callable, Mapping
from typing import Any, Final, cast

from launchplanner.words import _, joined

Names = Callable[[str], str]
_TEXTS: Final = ("title", "carries", "bearing")
_SIDES: Final = ("giver", "receiver")


def differences(before: str, now: str, names: Names) -> tuple[str, ...]:
    """Return one sentence for each thing that differs.

    Args:
        before: the content of the offer, as the protocol keeps it; may be missing or damaged.
        now: the content of now, as the protocol would keep it.
        names: what to call a person, by id.
    """
    old, new = _content(before), _content(now)
    if not old:
        return (_("What was accepted is not kept in this copy, so the difference cannot be shown."),)
    found = [_of_field(name, old, new) for name in _TEXTS if old.get(name) != new.get(name)]
    found += [_of_side(name, old, new, names) for name in _SIDES if old.get(name) != new.get(name)]
    found += _of_items(_table(old, "items"), _table(new, "items"))
    found += _of_prompts(_table(old, "prompts"), _table(new, "prompts"))
    return tuple(found)


def _content(text: str) -> dict[str, Any]:
    try:
        found: object = json.loads(text) if text else {}
    except ValueError:
        return {}
    return cast("dict[str, Any]", found) if isinstance(found, dict) else {}


def _table(content: Mapping[str, Any], name: str) -> dict[str, Any]:
    found = content.get(name)
    return cast("dict[str, Any]", found) if isinstance(found, dict) else {}


def _of_field(name: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> str:
    known = {"title": _("The title"), "carries": _("What it carries"), "bearing": _("The bearing")}
    return _("{field} was “{before}” and is “{now}”.").format(
        field=known[name], before=old.get(name, ""), now=new.get(name, "")
    )


def _of_side(name: str, old: Mapping[str, Any], new: Mapping[str, Any], names: Names) -> str:
    before, now = names(str(old.get(name, ""))), names(str(new.get(name, "")))
    if name == "giver":
        return _("{before} gave it, and now {name} does.").format(before=before, name=now)
    return _("{before} received it, and now {name} does.").format(before=before, name=now)


def _of_items(old: Mapping[str, Any], new: Mapping[str, Any]) -> list[str]:
    found = [_("“{item}” came in.").format(item=_title(new[key])) for key in sorted(new) if key not in old]
    found += [_("“{item}” was taken out.").format(item=_title(old[key])) for key in sorted(old) if key not in new]
    for key in sorted(old):
        if key in new and old[key] != new[key]:
            found.append(_of_item(old[key], new[key]))
    return found


def _of_item(old: Mapping[str, Any], new: Mapping[str, Any]) -> str:
    fields = [name for name in sorted(new) if old.get(name) != new.get(name)]
    if fields == ["state"]:
        return _("“{item}” was {before} and is {now}.").format(
            item=_title(new), before=_(str(old.get("state", ""))), now=_(str(new.get("state", "")))
        )
    return _("“{item}” changed: {fields}.").format(item=_title(new), fields=joined([_(name) for name in fields]))


def _of_prompts(old: Mapping[str, Any], new: Mapping[str, Any]) -> list[str]:
    changed = [key for key in sorted({*old, *new}) if old.get(key) != new.get(key)]
    return [_question(old.get(key), new.get(key)) for key in changed]


def _question(before: object, now: object) -> str:
    if before is None:
        return _("A question came in: “{question}”").format(question=now)
    if now is None:
        return _("A question was taken out: “{question}”").format(question=before)
    return _("A question was “{before}” and is “{now}”").format(before=before, now=now)


def _title(item: Any) -> str:  # noqa: ANN401 - as it stands in the JSON of an offer
    return str(cast("dict[str, Any]", item).get("title", "")) if isinstance(item, dict) else ""
