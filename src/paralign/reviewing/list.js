"use strict";

/* How beads look. Text enters the page as text nodes only. Rows are made when they come near the window. */

const CHUNK = 40;
const LONG = 5000; // characters; a longer clause scrolls within its own box
const UNSEEN = /[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/g;

/* A new element; strings among its children become text. */
function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined) node.setAttribute(name, value);
  }
  node.append(...children.filter((child) => child !== null));
  return node;
}

/* Controls and direction overrides are shown by their code: they would move what stands around them. */
function visible(text) {
  return text.replace(UNSEEN, (sign) => `⟨U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}⟩`);
}

/* ---- one bead ---- */

function beadRow(data, bead) {
  const row = element("article", { class: "bead", tabindex: "-1", "data-status": bead.status || "undecided" });
  row.append(
    beadHead(data, bead),
    element("div", { class: "sides" }, ...SIDES.map((side) => sideOf(data, bead, side))),
  );
  if (bead.note) row.append(element("p", { class: "note", dir: "auto" }, `Note: ${visible(bead.note)}`));
  return row;
}

function beadHead(data, bead) {
  const { kind, label } = placeOf(data, bead);
  return element(
    "div",
    { class: "head" },
    element("span", { class: "number" }),
    ...confidenceOf(data, bead),
    element("span", { class: "kind" }, kind.replace("_", " ")),
    label ? element("span", { class: "place", dir: "auto" }, visible(label)) : null,
    element("span", { class: "type", title: "source clauses against target clauses" }, typeOf(bead)),
    ...chipsOf(bead),
    element("span", { class: "status" }, statusText(bead)),
  );
}

function confidenceOf(data, bead) {
  if (bead.confidence === null) return [];
  const value = bead.confidence.toFixed(2);
  const scale = { min: 0, max: 1, low: 0.5, high: data.doubtful_below, optimum: 1, value: bead.confidence };
  const doubt = bead.confidence < data.doubtful_below ? " doubtful" : "";
  const meter = element("meter", { ...scale, "aria-label": `confidence ${value}` });
  return [meter, element("span", { class: "confidence" }, value + doubt)];
}

function chipsOf(bead) {
  const moved = bead.crossing ? [element("span", { class: "chip" }, "moved: jumps over its neighbours")] : [];
  return moved.concat(bead.flags.map(flagChip));
}

function flagChip(flag) {
  return element("span", { class: `chip ${flag.severity}` }, `check ${flag.check}: ${visible(flag.message)}`);
}

function sideOf(data, bead, side) {
  const { language } = data[side];
  const box = element("div", { class: "side", role: "group", "aria-label": `${side}, ${language}` });
  bead[side].forEach((index, at) => {
    const number = at + 1 + (side === "target" ? bead.source.length : 0);
    box.append(clauseBox(data, bead, side, index, number));
  });
  if (!bead[side].length) box.append(element("em", {}, "no counterpart"));
  return box;
}

function clauseBox(data, bead, side, index, number) {
  const { language, clauses } = data[side];
  const id = `${side}-${index}`;
  const box = { type: "checkbox", "aria-labelledby": id, "data-side": side, "data-index": index, tabindex: "-1" };
  const long = clauses[index].text.length > LONG ? "0" : null;
  const text = element("span", { id, class: long ? "text long" : "text", lang: language, dir: "auto", tabindex: long });
  text.append(...markedText(clauses[index].text, marksOf(bead, side, index)));
  const key = element("kbd", { "aria-hidden": "true" }, number < 10 ? String(number) : "");
  return element("div", { class: "clause" }, element("span", { class: "choose" }, element("input", box), key), text);
}

function marksOf(bead, side, index) {
  return bead.flags.flatMap((flag) => flag[side]).filter(([clause]) => clause === index);
}

/* Text nodes, and <mark>s where a check points; overlapping marks are drawn as one. */
function markedText(text, marks) {
  const parts = [];
  let at = 0;
  for (const [, start, end] of marks.toSorted((a, b) => a[1] - b[1])) {
    if (end <= at) continue;
    parts.push(visible(text.slice(at, start)), element("mark", {}, visible(text.slice(Math.max(at, start), end))));
    at = end;
  }
  return [...parts, visible(text.slice(at))];
}

function placeOf(data, bead) {
  const clauses = SIDES.flatMap((side) => bead[side].map((index) => data[side].clauses[index]));
  return { kind: clauses[0].kind, label: clauses.find((clause) => clause.label)?.label ?? "" };
}

function typeOf(bead) {
  return `${bead.source.length}-${bead.target.length}`;
}

function statusText(bead) {
  return { accepted: "✓ accepted", changed: "✎ changed", "no counterpart": "∅ no counterpart" }[bead.status] ?? "";
}

function spokenName(data, bead, position) {
  const confidence = bead.confidence === null ? [] : [`confidence ${bead.confidence.toFixed(2)}`];
  const { kind } = placeOf(data, bead);
  const check = bead.flags.length ? [`${bead.flags.length} to check`] : [];
  const moved = bead.crossing ? ["moved"] : [];
  const what = isNull(bead) ? "without counterpart" : "pair";
  const status = bead.status || "undecided";
  return [`${position}: ${what} ${typeOf(bead)}`, kind, ...confidence, ...check, ...moved, status].join(", ");
}

/* ---- the list: chunks of rows, filled when they come near ---- */

function newList(box, data) {
  const list = { box, data, chunks: [], chunkOf: new Map(), rows: new WeakMap() };
  const fill = (entries) => entries.filter((e) => e.isIntersecting).forEach((e) => fillChunk(list, e.target.chunk));
  list.observer = new IntersectionObserver(fill, { rootMargin: "800px" });
  return list;
}

/* Chunks whose beads stay the same stay in the page, so that most actions redraw one chunk. */
function showBeads(list, beads) {
  const old = list.chunks;
  list.chunks = [];
  list.chunkOf.clear();
  for (let at = 0; at < beads.length; at += CHUNK) {
    const chunk = { beads: beads.slice(at, at + CHUNK), first: at, count: beads.length, filled: false };
    list.chunks.push(settledChunk(list, old[list.chunks.length], chunk));
  }
  old.slice(list.chunks.length).forEach((chunk) => dropChunk(list, chunk));
}

function settledChunk(list, old, chunk) {
  const kept = old && isSame(old, chunk) ? old : chunk;
  kept.beads.forEach((bead) => list.chunkOf.set(bead, kept));
  if (kept === chunk) placeChunk(list, old, chunk);
  return kept;
}

function isSame(old, chunk) {
  const sizes = old.count === chunk.count && old.beads.length === chunk.beads.length;
  return sizes && old.beads.every((bead, at) => bead === chunk.beads[at]);
}

function placeChunk(list, old, chunk) {
  chunk.box = element("div", { class: "chunk", role: "presentation" });
  chunk.box.chunk = chunk;
  chunk.box.style.height = `${chunk.beads.reduce((sum, bead) => sum + likelyHeight(list, bead), 0)}px`;
  if (old) {
    list.observer.unobserve(old.box);
    old.box.replaceWith(chunk.box);
    if (old.filled) fillChunk(list, chunk);
  } else {
    list.box.append(chunk.box);
  }
  if (!chunk.filled) list.observer.observe(chunk.box);
}

function dropChunk(list, chunk) {
  list.observer.unobserve(chunk.box);
  chunk.box.remove();
}

function likelyHeight(list, bead) {
  return 70 + 24 * Math.ceil(Math.max(...SIDES.map((side) => lengthOf(list.data, bead, side))) / 60);
}

function lengthOf(data, bead, side) {
  return bead[side].reduce((sum, index) => sum + Math.min(LONG, data[side].clauses[index].text.length), 0);
}

function fillChunk(list, chunk) {
  if (chunk.filled) return;
  chunk.filled = true;
  list.observer.unobserve(chunk.box);
  chunk.box.replaceChildren(...chunk.beads.map((bead, at) => placedRow(list, bead, chunk.first + at + 1, chunk.count)));
  chunk.box.style.height = "";
}

function placedRow(list, bead, position, count) {
  if (!list.rows.has(bead)) list.rows.set(bead, beadRow(list.data, bead));
  const row = list.rows.get(bead);
  row.bead = bead;
  row.querySelector(".number").textContent = position;
  row.setAttribute("aria-label", spokenName(list.data, bead, position));
  row.setAttribute("aria-posinset", position);
  row.setAttribute("aria-setsize", count);
  return row;
}

/* The row of a bead in the list, made now if it was not; null where the bead is filtered out. */
function rowOf(list, bead) {
  const chunk = list.chunkOf.get(bead);
  if (!chunk) return null;
  fillChunk(list, chunk);
  return list.rows.get(bead);
}

function fillAll(list) {
  list.chunks.forEach((chunk) => fillChunk(list, chunk));
}
