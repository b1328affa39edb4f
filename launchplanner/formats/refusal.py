"""A file that cannot be read, said so that its owner knows what to do."""

from launchplanner.words import _


class Refusal(Exception):  # noqa: N818 - the word that people read; "Error" would say a program failed
    """Input that was refused: `file` is its name, `place` where in it, `reason` a sentence with the way out.

    `place` is a JSON pointer, "line 3", "Sheet1!B4" or the like; "" when the whole file is meant.
    """

    def __init__(self, file: str, place: str, reason: str) -> None:
        super().__init__(file, place, reason)
        self.file = file
        self.place = place
        self.reason = reason

    def __str__(self) -> str:
        if not self.place:
            return _("{file}: {reason}").format(file=self.file, reason=self.reason)
        return _("{file}, {place}: {reason}").format(file=self.file, place=self.place, reason=self.reason)
