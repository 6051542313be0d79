"""The command ``paralign``: parse, call, print.

Heavy modules are imported where they are used, so that ``paralign --help`` is there at once. Results go to
standard output as UTF-8, whatever the locale; what went wrong goes to standard error in one sentence, with
exit code 2.
"""

from __future__ import annotations

import argparse
import codecs
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import IO, TYPE_CHECKING, NoReturn

from paralign.errors import OptionError, ParalignError

if TYPE_CHECKING:
    from paralign.alignment import Alignment

OK, FAILED, INTERRUPTED = 0, 2, 130

#: What ``--format`` can be; the suffixes of ``paralign.exporting.WRITERS`` without the dot.
FORMATS = (
    "tsv", "csv", "jsonl", "xlsx", "docx", "parquet",
    "tmx", "xlf", "xliff", "tei", "xml", "xces.zip", "sketch.tsv", "static.html", "html", "htm",
)  # fmt: skip


def run() -> NoReturn:
    """The console script."""
    code = main()
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        # Python flushes once more at exit; give it somewhere to write.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(code)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    try:
        arguments = _parser().parse_args(argv)
        arguments.command(arguments)
    except ParalignError as error:
        _write(sys.stderr, f"paralign: {error}".replace("\n", " ") + "\n")
        return FAILED
    except SystemExit as leaving:  # --help, --version and bad usage
        return leaving.code if isinstance(leaving.code, int) else FAILED
    except BrokenPipeError:
        return OK
    except KeyboardInterrupt:
        return INTERRUPTED
    return OK


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        _write(sys.stderr, f"{self.prog}: {message}. Try: {self.prog} --help\n")
        raise SystemExit(FAILED)


def _parser() -> argparse.ArgumentParser:
    parser = _Parser("paralign", description="Align the clauses of a treaty in two languages.")
    parser.add_argument("--version", action=_Version)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for add_command in (_add_align, _add_review, _add_segment, _add_evaluate):
        add_command(commands)
    return parser


class _Version(argparse.Action):
    def __init__(self, option_strings: Sequence[str], dest: str, help: str = "print the version") -> None:
        super().__init__(option_strings, dest, nargs=0, help=help)

    def __call__(self, *_: object) -> NoReturn:
        from paralign import __version__

        _write(sys.stdout, f"paralign {__version__}\n")
        raise SystemExit(OK)


def _add_align(commands: argparse._SubParsersAction[_Parser]) -> None:
    parser = commands.add_parser("align", help="pair the clauses of two texts")
    parser.add_argument("files", nargs="+", metavar="FILE", help="one bilingual page, or source and target")
    where = parser.add_mutually_exclusive_group()
    where.add_argument("-o", "--output", metavar="FILE", help="write a file; its suffix is one of FORMAT, or txt")
    where.add_argument("-f", "--format", choices=FORMATS, help="print in this format instead of a table")
    _add_aligning(parser)
    parser.set_defaults(command=_align)


def _add_review(commands: argparse._SubParsersAction[_Parser]) -> None:
    parser = commands.add_parser("review", help="make a page to check and correct the pairs in a browser")
    parser.add_argument("files", nargs="+", metavar="FILE", help="one bilingual page, or source and target")
    parser.add_argument("-o", "--output", metavar="FILE", default="review.html", help="default: review.html")
    _add_aligning(parser)
    parser.set_defaults(command=_review)


def _add_aligning(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--encoder", metavar="NAME", help="name of a SentenceTransformer; default: built in")
    parser.add_argument("--languages", metavar="SRC,TGT", help="such as ru,en; default: found in the texts")
    _add_encoding(parser)


def _add_segment(commands: argparse._SubParsersAction[_Parser]) -> None:
    parser = commands.add_parser("segment", help="show the clauses of one text")
    parser.add_argument("file", metavar="FILE")
    parser.add_argument("--language", metavar="CODE", help="for example ru; default: found in the text")
    _add_encoding(parser)
    parser.add_argument("--granularity", metavar="SIZE", default="clause", help="clause, sentence or paragraph")
    parser.add_argument("--explain", action="store_true", help="show which rule cut where")
    parser.set_defaults(command=_segment)


def _add_encoding(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--encoding", metavar="NAME", help="such as windows-1251; default: found in the bytes")


def _add_evaluate(commands: argparse._SubParsersAction[_Parser]) -> None:
    parser = commands.add_parser("evaluate", help="compare an alignment with hand-checked pairs")
    parser.add_argument("result", metavar="RESULT.jsonl", help="what align -o RESULT.jsonl wrote")
    parser.add_argument("gold", metavar="GOLD", help="the hand-checked pairs")
    parser.set_defaults(command=_evaluate)


def _align(arguments: argparse.Namespace) -> None:
    from paralign.exporting import rendered, save

    if arguments.output:
        _check_output(arguments.output)
    alignment = _align_files(arguments)
    if arguments.output:
        save(alignment, arguments.output)
    elif arguments.format:
        _write(sys.stdout, rendered(alignment, f".{arguments.format}").removeprefix(codecs.BOM_UTF8))
    else:
        _write(sys.stdout, f"{alignment}\n")


def _review(arguments: argparse.Namespace) -> None:
    from paralign.exporting import save

    if Path(arguments.output).suffix.lower() not in {".html", ".htm"}:
        raise OptionError(f"The review page is {arguments.output!r}. Give it a name that ends in .html.")
    _check_output(arguments.output)
    alignment = _align_files(arguments)
    save(alignment, arguments.output)
    _write(sys.stdout, f"{arguments.output}: {len(alignment.doubtful())} of {len(alignment.beads)} are doubtful\n")


def _check_output(path: str) -> None:
    """Fail before the work, not after it."""
    from paralign._files import check_writable
    from paralign.exporting import suffix_of

    suffix_of(path)
    check_writable(path)


def _align_files(arguments: argparse.Namespace) -> Alignment:
    import paralign
    from paralign.encoders import load_encoder

    files, encoding = [Path(file) for file in arguments.files], arguments.encoding
    languages = _languages(arguments.languages)
    if len(files) > 2:
        raise OptionError(f"align takes one page or two files, not {len(files)}. Align them two by two.")
    if arguments.encoder is None:
        load_encoder()  # in the background, while the files are read
    if len(files) == 1:
        bitext = paralign.read_bitext(files[0], languages, encoding=encoding)
        return paralign.align(bitext, encoder=arguments.encoder)
    codes = languages or (None, None)
    source, target = (paralign.read(file, code, encoding=encoding) for file, code in zip(files, codes, strict=True))
    return paralign.align(source, target, encoder=arguments.encoder)


def _languages(codes: str | None) -> tuple[str, str] | None:
    if codes is None:
        return None
    source, _, target = (code.strip() for code in codes.partition(","))
    if not source or not target or "," in target:
        raise OptionError(f"--languages {codes!r} is not two codes. Write them as in ru,en.")
    return source, target


def _segment(arguments: argparse.Namespace) -> None:
    import paralign
    from paralign.display import printable

    options = {"encoding": arguments.encoding, "granularity": arguments.granularity}
    document = paralign.read(Path(arguments.file), arguments.language, **options)
    if document.encoding not in (None, "utf-8", "utf-8-sig"):
        _write(sys.stderr, f"paralign: read as {document.encoding}; --encoding NAME says otherwise\n")
    parts: list[object] = [document]
    if arguments.explain:
        from paralign.segmentation import explain

        parts = list(explain(document.text, document.language))
    lines = (line for part in parts for line in str(part).split("\n"))
    _write(sys.stdout, "".join(f"{printable(line)}\n" for line in lines))


def _evaluate(arguments: argparse.Namespace) -> None:
    from paralign.evaluation import evaluate
    from paralign.exporting import load
    from paralign.gold import read_gold

    alignment = load(arguments.result)
    gold = read_gold(arguments.gold)
    gold.check(alignment.source, alignment.target)
    _write(sys.stdout, f"{evaluate(alignment, gold)}\n")


def _write(stream: IO[str], text: str | bytes) -> None:
    data = text if isinstance(text, bytes) else text.encode("utf-8", "backslashreplace")
    binary = getattr(stream, "buffer", None)
    if binary is None:  # a stream of text only, as in a notebook
        stream.write(data.decode("utf-8"))
        return
    stream.flush()
    binary.write(data)
    binary.flush()
