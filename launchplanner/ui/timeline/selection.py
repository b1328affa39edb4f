"""Which rows are selected, in the order in which they were chosen, and which one the keyboard is at."""

from collections.abc import Callable, Sequence

from launchplanner.reports.timeline import Ref


class Selection:
    """Selected parts by kind and id, so that they stay selected whatever happens to their rows."""

    def __init__(self) -> None:
        self.chosen: tuple[Ref, ...] = ()
        self.current: Ref | None = None
        self._anchor: Ref | None = None

    def choose(self, *refs: Ref) -> None:
        """Select these alone; the last is where the keyboard is."""
        self.chosen = tuple(dict.fromkeys(refs))
        self.current = refs[-1] if refs else self.current
        self._anchor = self.current

    def toggle(self, ref: Ref) -> None:
        """Add a part to the selection, or take it out."""
        if ref in self.chosen:
            self.chosen = tuple(one for one in self.chosen if one != ref)
        else:
            self.chosen = (*self.chosen, ref)
        self.current = self._anchor = ref

    def extend(self, rows: Sequence[Ref], ref: Ref) -> None:
        """Select everything from where the selection began to a row."""
        places = {one: place for place, one in enumerate(rows)}
        start = places.get(self._anchor, places.get(ref, 0)) if self._anchor is not None else places.get(ref, 0)
        finish = places.get(ref, start)
        step = 1 if finish >= start else -1
        self.chosen = tuple(rows[place] for place in range(start, finish + step, step))
        self.current = ref

    def go(self, ref: Ref) -> None:
        """Move the keyboard to a row and leave what is selected."""
        self.current = ref

    def clear(self) -> None:
        """Select nothing; the keyboard stays where it is."""
        self.chosen = ()

    def keep(self, is_known: Callable[[Ref], bool]) -> None:
        """Let go of what is no longer in the plan."""
        self.chosen = tuple(ref for ref in self.chosen if is_known(ref))
        if self.current is not None and not is_known(self.current):
            self.current = self.chosen[-1] if self.chosen else None
        if self._anchor is not None and not is_known(self._anchor):
            self._anchor = self.current
