"use strict";

/* Beads, changes to them and decisions; nothing here knows the page.

   A bead is never altered. A change takes some beads out and puts others in, so that undoing is the same thing
   the other way round. */

const SIDES = ["source", "target"];
const DECIDED = ["accepted", "changed", "no counterpart"];
const FORMAT = "paralign review";
const VERSION = 1;

function newReview(data) {
  const beads = data.beads.map((bead) => ({ ...bead, rank: bead.confidence, status: "", note: "" }));
  return {
    data,
    beads: new Set(beads),
    order: readingOrder(beads),
    originals: new Map(beads.map((bead) => [keyOf(bead), bead])),
    owners: ownersOf(beads),
    done: [],
    undone: [],
  };
}

function keyOf(bead) {
  return bead.source.join(" ") + "|" + bead.target.join(" ");
}

function ownersOf(beads) {
  const owners = { source: [], target: [] };
  for (const bead of beads) {
    for (const side of SIDES) bead[side].forEach((index) => (owners[side][index] = bead));
  }
  return owners;
}

function sizeOf(bead) {
  return bead.source.length + bead.target.length;
}

function isNull(bead) {
  return !(bead.source.length && bead.target.length);
}

function isDecided(bead) {
  return bead.status !== "";
}

/* As a reader of the source meets them: a target-only bead follows the one that holds the target clause before it. */
function readingOrder(beads) {
  const anchored = beads.filter((bead) => bead.source.length).sort((a, b) => a.source[0] - b.source[0]);
  const loose = beads.filter((bead) => !bead.source.length).sort((a, b) => a.target[0] - b.target[0]);
  const followers = followersOf(ownersOf(anchored).target, loose);
  return [null, ...anchored].flatMap((bead) => [...(bead ? [bead] : []), ...(followers.get(bead) ?? [])]);
}

function followersOf(owners, loose) {
  const followers = new Map();
  let before = null;
  let index = 0;
  for (const bead of loose) {
    for (; index < bead.target[0]; index++) before = owners[index] ?? before;
    followers.set(before, [...(followers.get(before) ?? []), bead]);
  }
  return followers;
}

/* ---- changes ---- */

function carryOut(review, removed, added) {
  removed.forEach((bead) => review.beads.delete(bead));
  added.forEach((bead) => review.beads.add(bead));
  review.order = readingOrder([...review.beads]);
}

function commit(review, change) {
  carryOut(review, change.removed, change.added);
  review.done.push(change);
  review.undone.length = 0;
}

function undo(review) {
  const change = review.done.pop();
  if (!change) return null;
  carryOut(review, change.added, change.removed);
  review.undone.push(change);
  return change;
}

function redo(review) {
  const change = review.undone.pop();
  if (!change) return null;
  carryOut(review, change.removed, change.added);
  review.done.push(change);
  return change;
}

/* The bead that a reader has made of others; where the program had made the same one, that, undecided. */
function made(review, sides, parents, note) {
  const original = review.originals.get(keyOf(sides));
  if (original) return { ...original, note };
  const rank = Math.min(...parents.map((bead) => bead.rank));
  const status = isNull(sides) ? "no counterpart" : "changed";
  return {
    source: sides.source,
    target: sides.target,
    confidence: null,
    crossing: false,
    flags: [],
    rank,
    status,
    note,
  };
}

function union(a, b) {
  return bySide((side) => [...a[side], ...b[side]].sort((x, y) => x - y));
}

function bySide(make) {
  return Object.fromEntries(SIDES.map((side) => [side, make(side)]));
}

function notesOf(...beads) {
  return beads
    .map((bead) => bead.note)
    .filter(Boolean)
    .join("\n");
}

function neighbour(review, bead, step) {
  return review.order[review.order.indexOf(bead) + step];
}

/* ---- what a reader can do: each gives a change, or a problem in words ---- */

function accepting(review, bead) {
  if (isDecided(bead) && bead.status !== "accepted") return { problem: "Already decided." };
  const status = bead.status ? "" : "accepted";
  const message = status ? "Accepted." : "No longer accepted.";
  return { removed: [bead], added: [{ ...bead, status }], message };
}

function merging(review, bead) {
  const next = neighbour(review, bead, 1);
  if (!next) return { problem: "There is nothing after this one to merge it with." };
  const whole = made(review, union(bead, next), [bead, next], notesOf(bead, next));
  return { removed: [bead, next], added: [whole], message: "Merged with the next." };
}

function splitting(review, bead, selection) {
  const { chosen, rest } = divided(bead, selection);
  if (!sizeOf(chosen)) return { problem: "First select the clauses to split off: their numbers, or their boxes." };
  if (!sizeOf(rest)) return { problem: "All clauses are selected; leave at least one." };
  const parts = [made(review, rest, [bead], bead.note), made(review, chosen, [bead], "")];
  return { removed: [bead], added: parts, message: "Split in two." };
}

function moving(review, bead, selection, step) {
  const where = step < 0 ? "above" : "below";
  const other = neighbour(review, bead, step);
  if (!other) return { problem: `There is nothing ${where} this one.` };
  const { chosen, rest } = divided(bead, sizeOf(bead) === 1 ? bySide((side) => new Set(bead[side])) : selection);
  if (!sizeOf(chosen)) return { problem: "First select the clauses to move: their numbers, or their boxes." };
  const note = sizeOf(rest) ? other.note : notesOf(bead, other);
  const receiver = made(review, union(other, chosen), [bead, other], note);
  const left = sizeOf(rest) ? [made(review, rest, [bead], bead.note)] : [];
  return {
    removed: [bead, other],
    added: [receiver, ...left],
    selected: chosen,
    message: `Moved to the one ${where}.`,
  };
}

function divided(bead, selection) {
  return {
    chosen: bySide((side) => bead[side].filter((index) => selection[side].has(index))),
    rest: bySide((side) => bead[side].filter((index) => !selection[side].has(index))),
  };
}

function leavingAlone(review, bead) {
  if (bead.status === "no counterpart") return { problem: "Already marked as having no counterpart." };
  const single = (side, index) => bySide((other) => (other === side ? [index] : []));
  const parts = SIDES.flatMap((side) => bead[side].map((index) => single(side, index)));
  const added = parts.map((part, at) => ({
    ...made(review, part, [bead], at ? "" : bead.note),
    status: "no counterpart",
  }));
  return { removed: [bead], added, message: "Marked as having no counterpart." };
}

function noting(review, bead, note) {
  return { removed: [bead], added: [{ ...bead, note }], message: note ? "Note kept." : "Note removed." };
}

/* ---- decisions: what is downloaded, kept over a reload, and read again ---- */

function decisionsOf(review) {
  const { format, version, signature, source, target } = review.data;
  const kept = review.order.filter((bead) => isDecided(bead) || bead.note);
  const decisions = kept.map((bead) => ({
    source: bead.source,
    target: bead.target,
    status: bead.status || "undecided",
    note: bead.note,
  }));
  return { format, version, signature, source: identityOf(source), target: identityOf(target), decisions };
}

function identityOf({ language, clauses, text_sha256, clauses_sha256 }) {
  return { language, clauses: clauses.length, text_sha256, clauses_sha256 };
}

/* The change that makes the review what a file of decisions says; throws an Error in words. */
function changeTo(review, file) {
  checkDecisions(review, file);
  const taken = bySide((side) => new Set(file.decisions.flatMap((decision) => decision[side])));
  const left = [...review.originals.values()].map((bead) => [bead, divided(bead, taken).rest]);
  const undecided = left.filter(([, rest]) => sizeOf(rest)).map(([bead, rest]) => leftover(review, bead, rest));
  const added = [...file.decisions.map((decision) => decidedBead(review, decision)), ...undecided];
  return { removed: [...review.beads], added, message: `${file.decisions.length} decisions read.` };
}

function leftover(review, bead, rest) {
  return sizeOf(rest) === sizeOf(bead) ? bead : { ...made(review, rest, [bead], ""), status: "" };
}

function decidedBead(review, { source, target, status, note }) {
  const parents = SIDES.flatMap((side) => ({ source, target })[side].map((index) => review.owners[side][index]));
  const bead = made(
    review,
    bySide((side) => ({ source, target })[side].toSorted((a, b) => a - b)),
    parents,
    note,
  );
  return { ...bead, status: status === "undecided" ? "" : status };
}

function checkDecisions(review, file) {
  if (file?.format !== FORMAT) throw new Error("This is not a file of decisions from a review page.");
  if (file.version !== VERSION) throw new Error(`The file has version ${file.version}, this page reads ${VERSION}.`);
  for (const side of SIDES) checkIdentity(review.data[side], file[side], side);
  if (!Array.isArray(file.decisions)) throw new Error("The file holds no list of decisions.");
  const taken = bySide(() => new Set());
  file.decisions.forEach((decision, at) => checkDecision(review, decision, taken, `Decision ${at + 1}`));
}

function checkIdentity(own, other, side) {
  for (const name of ["text_sha256", "clauses_sha256"]) {
    if (other?.[name] !== own[name]) throw new Error(`The decisions belong to another ${side} text or other clauses.`);
  }
}

function checkDecision(review, decision, taken, name) {
  const { status, note } = decision ?? {};
  if (![...DECIDED, "undecided"].includes(status) || typeof note !== "string") throw new Error(`${name} is damaged.`);
  for (const side of SIDES) {
    for (const index of checkedIndices(decision[side], name)) {
      const isNew = index in review.data[side].clauses && !taken[side].has(index);
      if (!isNew) throw new Error(`${name} names the ${side} clause ${index}, which is not there or decided twice.`);
      taken[side].add(index);
    }
  }
  if (!sizeOf(decision)) throw new Error(`${name} names no clause.`);
}

function checkedIndices(indices, name) {
  if (!Array.isArray(indices) || !indices.every(Number.isInteger)) throw new Error(`${name} is damaged.`);
  return indices;
}
