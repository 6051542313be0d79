"use strict";

/* How beads look. Text enters the page as text nodes only. Rows are made when they come near the window. */

const CHUNK = 40;
const LONG = 5000; // characters; a longer clause scrolls within its own box
const SOLID = /\S{300}/; // without spaces, browsers take seconds to find where to break it
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
  const status = { "data-status": bead.status || "undecided", "aria-label": spokenName(data, bead) };
  const row = element("article", { class: "bead", tabindex: "-1", ...status });
  row.bead = bead;
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
  const text = element("span", {
    id,
    class: classesOf(clauses[index].text),
    lang: language,
    dir: "auto",
    tabindex: long,
  });
  text.append(...markedText(clauses[index].text, marksOf(bead, side, index)));
  const key = element("kbd", { "aria-hidden": "true" }, number < 10 ? String(number) : "");
  return element("div", { class: "clause" }, element("span", { class: "choose" }, element("input", box), key), text);
}

function classesOf(text) {
  return ["text", text.length > LONG ? "long" : "", SOLID.test(text) ? "solid" : ""].join(" ").trim();
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

function spokenName(data, bead) {
  const confidence = bead.confidence === null ? [] : [`confidence ${bead.confidence.toFixed(2)}`];
  const { kind } = placeOf(data, bead);
  const check = bead.flags.length ? [`${bead.flags.length} to check`] : [];
  const moved = bead.crossing ? ["moved"] : [];
  const what = isNull(bead) ? "without counterpart" : "pair";
  const status = bead.status || "undecided";
  return [`${what} ${typeOf(bead)}`, kind, ...confidence, ...check, ...moved, status].join(", ");
}

/* ---- the list: chunks of rows, filled when they come near ---- */

function newList(box, data) {
  const list = { box, data, beads: [], chunks: [], chunkOf: new Map(), rows: new WeakMap() };
  const fill = (entries) => entries.filter((e) => e.isIntersecting).forEach((e) => fillChunk(list, e.target.chunk));
  list.observer = new IntersectionObserver(fill, { rootMargin: "800px" });
  return list;
}

function showBeads(list, beads) {
  const parts = keptParts(list, beads);
  list.beads = beads;
  if (parts) parts.forEach((part, at) => renewChunk(list, list.chunks[at], part));
  else replaceChunks(list, beads);
  numberChunks(list);
}

/* The new beads by the chunks they belong to, so that an action redraws one chunk; null where all is to be new. */
function keptParts(list, beads) {
  const parts = list.chunks.map(() => []);
  let at = 0;
  for (const bead of beads) {
    const home = list.chunkOf.get(bead)?.at ?? at;
    if (home < at) return null;
    at = home;
    parts[at]?.push(bead);
  }
  return parts.length && parts.every((part) => part.length && part.length < 2 * CHUNK) ? parts : null;
}

function renewChunk(list, chunk, beads) {
  if (beads.length === chunk.beads.length && beads.every((bead, at) => bead === chunk.beads[at])) return;
  chunk.beads.forEach((bead) => list.chunkOf.get(bead) === chunk && list.chunkOf.delete(bead));
  chunk.beads = beads;
  beads.forEach((bead) => list.chunkOf.set(bead, chunk));
  if (chunk.filled) setRows(list, chunk);
  else chunk.box.style.height = likelyHeights(list, beads);
}

function replaceChunks(list, beads) {
  list.observer.disconnect();
  list.chunkOf.clear();
  const count = Math.ceil(beads.length / CHUNK);
  list.chunks = Array.from({ length: count }, (_, at) => newChunk(list, beads.slice(at * CHUNK, (at + 1) * CHUNK), at));
  list.box.replaceChildren(...list.chunks.map((chunk) => chunk.box));
  list.chunks.forEach((chunk) => list.observer.observe(chunk.box));
}

function newChunk(list, beads, at) {
  const chunk = { box: element("div", { class: "chunk", role: "presentation" }), beads, at, filled: false };
  chunk.box.chunk = chunk;
  chunk.box.style.height = likelyHeights(list, beads);
  beads.forEach((bead) => list.chunkOf.set(bead, chunk));
  return chunk;
}

/* The numbers beside the rows are counted by the style sheet, from where the chunk begins. */
function numberChunks(list) {
  let first = 0;
  for (const chunk of list.chunks) {
    if (chunk.first !== first) chunk.box.style.counterReset = `bead ${first}`;
    chunk.first = first;
    first += chunk.beads.length;
  }
}

function likelyHeights(list, beads) {
  return `${beads.reduce((sum, bead) => sum + likelyHeight(list, bead), 0)}px`;
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
  setRows(list, chunk);
  chunk.box.style.height = "";
}

/* Rows that stay are not touched. */
function setRows(list, chunk) {
  const rows = chunk.beads.map((bead) => madeRow(list, bead));
  const staying = new Set(rows);
  for (const row of [...chunk.box.children]) if (!staying.has(row)) row.remove();
  rows.forEach((row, at) => row !== chunk.box.children[at] && chunk.box.insertBefore(row, chunk.box.children[at]));
  rows.forEach((row, at) => placeRow(row, chunk.first + at + 1, list.beads.length));
}

function madeRow(list, bead) {
  if (!list.rows.has(bead)) list.rows.set(bead, beadRow(list.data, bead));
  return list.rows.get(bead);
}

function placeRow(row, position, count) {
  row.setAttribute("aria-posinset", position);
  row.setAttribute("aria-setsize", count);
}

/* The row of a bead in the list, made now if it was not; null where the bead is filtered out. */
function rowOf(list, bead) {
  const chunk = list.chunkOf.get(bead);
  if (!chunk) return null;
  fillChunk(list, chunk);
  placeRow(list.rows.get(bead), chunk.first + chunk.beads.indexOf(bead) + 1, list.beads.length);
  return list.rows.get(bead);
}

function fillAll(list) {
  list.chunks.forEach((chunk) => fillChunk(list, chunk));
}
