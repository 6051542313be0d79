"""What ``explain`` returns: one decision of one rule, at one place."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cut:
    """A place where a rule cut or joined.

    Attributes:
        position: Offset in the text where the right side begins.
        joined: True where the rule kept both sides together.
        rule: Its name.
        left: The end of the text before.
        right: The beginning of the text after.
    """

    position: int
    joined: bool
    rule: str
    left: str
    right: str

    def __str__(self) -> str:
        vote, mark = ("join ", "+") if self.joined else ("split", "|")
        return f"{self.position:>7}  {vote}  {self.rule:<20}  …{self.left} {mark} {self.right}…"
