"use strict";

/* Which beads are shown, in which order, and how many are left. */

/* The filters that are set now, as tests of a bead. */
function filtersNow() {
  const [flag, kind, search] = ["flag", "kind", "search"].map((id) => byId(id).value);
  const words = fold(search.trim());
  return [
    byId("undecided").checked && ((bead) => !isDecided(bead)),
    flag && ((bead) => passesFlag(bead, flag)),
    kind && ((bead) => placeOf(page.review.data, bead).kind === kind),
    words && ((bead) => passesSearch(bead, words)),
  ].filter(Boolean);
}

function passesFlag(bead, wanted) {
  return wanted === "any" ? bead.flags.length > 0 : bead.flags.some((flag) => `check ${flag.check}` === wanted);
}

function passesSearch(bead, wanted) {
  page.folded ??= bySide((side) => page.review.data[side].clauses.map((clause) => fold(clause.text)));
  const inClauses = SIDES.some((side) => bead[side].some((index) => page.folded[side][index].includes(wanted)));
  return inClauses || fold(bead.note).includes(wanted);
}

function fold(text) {
  return text.normalize("NFC").toLowerCase().replaceAll("ё", "е");
}

function refresh(bead) {
  const place = page.view.indexOf(page.current);
  const top = topOfCurrent();
  markCurrent(false);
  page.view = beadsToShow();
  showBeads(page.list, page.view);
  const near = page.view[Math.min(Math.max(place, 0), page.view.length - 1)];
  setCurrent(page.list.chunkOf.has(bead) ? bead : near);
  keepPlace(top);
  showCounts();
}

function beadsToShow() {
  const filters = filtersNow();
  const beads = page.review.order.filter((bead) => filters.every((passes) => passes(bead)));
  return byId("order").value === "doubt" ? beads.sort((a, b) => a.rank - b.rank) : beads;
}

function topOfCurrent() {
  const row = page.current && page.list.rows.get(page.current);
  return row?.isConnected ? row.getBoundingClientRect().top : null;
}

/* The eye stays where it was: what comes in the place of the current bead stands where that stood. */
function keepPlace(top) {
  const now = topOfCurrent();
  if (top !== null && now !== null) window.scrollBy(0, now - top);
}

function showCounts() {
  const { beads, data } = page.review;
  const left = [...beads].filter((bead) => !isDecided(bead));
  const doubtful = left.filter((bead) => bead.rank < data.doubtful_below).length;
  byId("counts").textContent = `${left.length} of ${beads.size} undecided, ${doubtful} of them doubtful`;
  byId("progress").value = (beads.size - left.length) / (beads.size || 1);
  byId("shown").textContent = `${page.view.length} shown`;
  byId("empty").hidden = page.view.length > 0;
}

function onFilter() {
  refresh(page.current);
  window.scrollTo(0, 0);
  const row = page.current && rowOf(page.list, page.current);
  row?.scrollIntoView({ block: "nearest" });
  say(`${page.view.length} shown.`);
}
