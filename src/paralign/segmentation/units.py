"""What structure looks at: a run of clauses that stands under one label, or under none, of one paragraph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import regex

from paralign.segmentation.labels import Heading, Label, heading_of, label_at
from paralign.segmentation.language import Language, contains, starts_with, words

_SENTENCE = regex.compile(r"[.!?…؟۔。！？][)\]»”\"'’]*\d{0,2}$")
_SAID_TO_READER = regex.compile(r"\p{L}\s?[!?][)\]»”\"'’]*$")
_NAME = regex.compile(
    r"(?:\(?\p{L}+\)? )?(?:\p{Lu}\p{Ll}?\. ?){1,3}\p{Lu}[\p{L}’'-]+(?: .*)?$"  # Р. Набиев Президент
    r"|\p{Lu}\p{Ll}+ (?:\p{Lu}\. ?){1,2}$"  # Набиев Р. Н.
)
_ITEM = regex.compile(r"[;,،؛，；](?: \p{L}{1,4})?$")  # … of disputes; and
_SUBJECT = regex.compile(r"^(?i:they|we|они|мы) ")
_WORD = regex.compile(r"\p{L}[\p{L}\p{M}'’]*")
_YEAR = regex.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_PAGE_NUMBER = regex.compile(r"[-–—]?\s*\d{1,4}\s*[-–—]?|(?i:page|стр\.?|с\.)\s*\d{1,4}(?:\s*(?:of|из|/)\s*\d{1,4})?")
_LONGEST_HEADING = 14
_LONGEST_BARE_HEADING = 10
_LONGEST_DATE = 100
_LONGEST_FORMULA = 160


@dataclass(frozen=True)
class Unit:
    """One or more clauses that share an address up to the sentence.

    Attributes:
        texts: Their clean texts.
        paragraph: Which paragraph they are in.
        language: The words that tell kinds apart.
    """

    texts: tuple[str, ...]
    paragraph: int
    language: Language

    @property
    def first(self) -> str:
        """The text of the first clause."""
        return self.texts[0]

    @property
    def last(self) -> str:
        """The text of the last clause."""
        return self.texts[-1]

    @cached_property
    def heading(self) -> Heading | None:
        """Article 5, with or without its title."""
        return heading_of(self.first, self.language)

    @cached_property
    def label(self) -> Label | None:
        """2. (a) – or none; a heading has none."""
        return None if self.heading else label_at(self.first)

    @cached_property
    def word_count(self) -> int:
        """Words of the first clause, counted up to what any rule asks for."""
        return len(_WORD.findall(self.first[:400]))

    @property
    def is_lower(self) -> bool:
        """Begins with a small letter, as the rest of a sentence does."""
        return self.first.lstrip("«“„\"'‘([-–— ")[:1].islower()

    @property
    def ends_sentence(self) -> bool:
        """Ends with a full stop, a question or an exclamation mark."""
        return bool(_SENTENCE.search(self.last[-40:]))

    @property
    def opens_list(self) -> bool:
        """Ends with a colon."""
        return self.last.endswith((":", "："))

    @property
    def ends_item(self) -> bool:
        """Ends as an item or a recital does: … of disputes; and."""
        return bool(_ITEM.search(self.last[-12:]))

    @property
    def is_bare(self) -> bool:
        """One short clause without a stop, such as a title, a heading, a name."""
        stopped = self.last.endswith((".", ";", ",", ":", "!", "?", "…"))
        return len(self.texts) == 1 and not stopped and 0 < self.word_count <= _LONGEST_HEADING

    @property
    def is_heading_line(self) -> bool:
        """A heading without a number: The Declaration; FUNCTIONS AND POWERS."""
        short = self.word_count <= _LONGEST_BARE_HEADING or self.first.isupper()
        return self.is_bare and short and self.first[:1].isupper() and not self.label

    @property
    def is_titled(self) -> bool:
        """Names a kind of treaty: Agreement on Councils of Heads of State."""
        found = _WORD.findall(self.first[:200])[:6]
        return bool({word.casefold() for word in found} & words(self.language.titles))

    @property
    def opens_recital(self) -> bool:
        """Recalling the Charter."""
        bare = self.first if not self.label else self.first[self.label.end :]
        return bool(starts_with(self.language.openers).match(bare))

    @property
    def names_parties(self) -> bool:
        """The States Parties to this Treaty."""
        return bool(starts_with(self.language.parties).match(self.first))

    @property
    def is_formula(self) -> bool:
        """Have agreed as follows: – short, or ending in a colon."""
        bare = _SUBJECT.sub("", self.first)
        short = len(bare) <= _LONGEST_FORMULA or bare.endswith(":")
        return short and bool(starts_with(self.language.formulas).match(bare))

    @property
    def is_testimonium(self) -> bool:
        """IN WITNESS WHEREOF the undersigned."""
        return bool(starts_with(self.language.testimonium).match(self.first))

    @cached_property
    def is_place_date(self) -> bool:
        """DONE at Vienna, … or Минск, 8 декабря 1991 г."""
        if starts_with(self.language.place_date).match(self.first):
            return True
        alone = len(self.texts) == 1 and (self.is_bare or self.last.endswith(" г."))
        return alone and self.word_count <= 8 and bool(_YEAR.search(self.first)) and self._names_month

    @property
    def _names_month(self) -> bool:
        months = contains(tuple(rf"\b{month}\b" for month in self.language.months))
        return bool(months.search(self.first))

    @cached_property
    def is_signature(self) -> bool:
        """Б. Ельцин; For the Government of Belarus."""
        if self.word_count > _LONGEST_HEADING or (self.label and not _NAME.match(self.first)):
            return False
        return bool(_NAME.match(self.first) or starts_with(self.language.signature).match(self.first))

    @property
    def is_note(self) -> bool:
        """A page number."""
        return bool(_PAGE_NUMBER.fullmatch(self.first))

    @cached_property
    def is_editorial(self) -> bool:
        """What a site or an editor says: treaties neither ask nor exclaim."""
        cue = contains(self.language.editorial)
        return any(cue.search(text[:1000]) or _SAID_TO_READER.search(text[-20:]) for text in self.texts)

    @property
    def is_structure(self) -> bool:
        """Only a treaty has it: an article, a numbered paragraph, the testimonium."""
        return bool(self.heading or self.is_numbered or self.is_testimonium)

    @property
    def is_numbered(self) -> bool:
        """Begins with an Arabic number."""
        return self.label is not None and self.label.readings[0].style in ("1.", "1)", "(1)", "1.1")


def units_of(paragraphs: Iterable[Sequence[str]], language: Language) -> list[Unit]:
    """The clauses of each paragraph, grouped under their labels."""
    return [Unit(tuple(group), i, language) for i, texts in enumerate(paragraphs) for group in _groups(texts, language)]


def _groups(texts: Sequence[str], language: Language) -> Iterator[list[str]]:
    group: list[str] = []
    for text in texts:
        apart = group and (label_at(text) or _stands_alone(group, text, language))
        if apart:
            yield group
            group = []
        group.append(text)
    if group:
        yield group


def _stands_alone(group: list[str], text: str, language: Language) -> bool:
    """A heading and the text it runs into, recitals in one paragraph, the formula after them."""
    if heading_of(group[0], language):
        return True
    if starts_with(language.testimonium).match(text) or starts_with(language.place_date).match(text):
        return True
    recital = starts_with(language.formulas).match(text) or starts_with(language.openers).match(text)
    return bool(recital) and group[-1].endswith((",", ";"))
