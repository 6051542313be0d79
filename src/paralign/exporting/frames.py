"""An alignment as a data frame: pandas, polars and whatever reads Arrow.

The packages are loaded when they are asked for; none is needed by the others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_type_hints

from paralign.errors import MissingExtraError
from paralign.exporting.markup import utf8_text
from paralign.records import Record, records

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

    from paralign.alignment import Alignment, Bead


def to_pandas(alignment: Alignment, caller: str = "Alignment.to_pandas") -> pandas.DataFrame:
    """A pandas frame with a row a bead and the columns of ``Record``."""
    try:
        from pandas import DataFrame
    except ImportError as error:
        raise MissingExtraError("pandas", "pandas", caller) from error
    return DataFrame(records(alignment), columns=list(Record._fields))


def to_polars(alignment: Alignment) -> polars.DataFrame:
    """The same as a polars frame."""
    try:
        import polars
    except ImportError as error:
        raise MissingExtraError("polars", "polars", "Alignment.to_polars") from error
    kinds = {str: polars.String, int: polars.Int64, float: polars.Float64, bool: polars.Boolean}
    schema = {name: kinds[kind] for name, kind in get_type_hints(Record).items()}
    columns = _columns(alignment)
    return polars.DataFrame({name: columns[name] for name in schema}, schema=schema)


def to_arrow(alignment: Alignment, caller: str = "The Arrow stream of an alignment") -> pyarrow.Table:
    """An Arrow table with the columns of ``Record``, the clauses' indices as lists, and the signature."""
    try:
        import pyarrow
    except ImportError as error:
        raise MissingExtraError("pyarrow", "parquet", caller) from error
    schema = _arrow_schema(pyarrow).with_metadata(_metadata(alignment))
    return pyarrow.table(_columns(alignment), schema=schema)


def write_parquet(alignment: Alignment) -> bytes:
    """A Parquet file of that table."""
    table = to_arrow(alignment, "Saving as .parquet")
    from pyarrow import BufferOutputStream, parquet

    sink = BufferOutputStream()
    parquet.write_table(table, sink)
    data: bytes = sink.getvalue().to_pybytes()
    return data


def _arrow_schema(pyarrow: Any) -> Any:
    kinds = {str: pyarrow.string(), int: pyarrow.int64(), float: pyarrow.float64(), bool: pyarrow.bool_()}
    fields = [(name, kinds[kind]) for name, kind in get_type_hints(Record).items()]
    indices = pyarrow.list_(pyarrow.int64())
    return pyarrow.schema([*fields, ("source_indices", indices), ("target_indices", indices)])


def _metadata(alignment: Alignment) -> dict[str, str]:
    documents = (("source", alignment.source), ("target", alignment.target))
    known = {"paralign.signature": alignment.signature}
    known |= {f"paralign.{side}_language": document.language for side, document in documents}
    known |= {f"paralign.{side}_path": document.path.name for side, document in documents if document.path}
    return {name: _encodable(value) for name, value in known.items()}


def _columns(alignment: Alignment) -> dict[str, list[Any]]:
    rows = records(alignment)
    columns: dict[str, list[Any]] = {
        name: [_encodable(row[k]) for row in rows] for k, name in enumerate(Record._fields)
    }
    columns["source_indices"] = [_indices(bead, "source") for bead in alignment.beads]
    columns["target_indices"] = [_indices(bead, "target") for bead in alignment.beads]
    return columns


def _indices(bead: Bead, side: str) -> list[int]:
    return [clause.index for clause in getattr(bead, side)]


def _encodable(value: Any) -> Any:
    return utf8_text(value) if isinstance(value, str) else value
