"use strict";

/* The page: its state, keys and buttons, and its start. */

const page = {
  review: null,
  list: null,
  view: [],
  current: null,
  selection: { source: new Set(), target: new Set() },
  folded: null,
  unsaved: false,
};

const byId = (id) => document.getElementById(id);

/* ---- what can be done, by key and by button ---- */

const ACTIONS = [
  { name: "next", keys: ["j", "ArrowDown"], says: "Next", run: () => step(1) },
  { name: "previous", keys: ["k", "ArrowUp"], says: "Previous", run: () => step(-1) },
  { name: "first", keys: ["Home"], says: "To the first", run: () => goTo(0) },
  { name: "last", keys: ["End"], says: "To the last", run: () => goTo(page.view.length - 1) },
  { name: "accept", keys: ["a"], says: "Accept as it is, and on to the next", run: accept },
  { name: "merge", keys: ["m"], says: "Merge with the next", run: () => act(merging) },
  { name: "split", keys: ["s"], says: "Split off the selected clauses", run: () => act(splitting, page.selection) },
  {
    name: "up",
    keys: ["["],
    says: "Move the selected clauses to the one above",
    run: () => act(moving, page.selection, -1),
  },
  {
    name: "down",
    keys: ["]"],
    says: "Move the selected clauses to the one below",
    run: () => act(moving, page.selection, 1),
  },
  { name: "none", keys: ["n"], says: "Mark as having no counterpart", run: () => act(leavingAlone) },
  { name: "note", keys: ["e"], says: "Write a note", run: openNote },
  { name: "undo", keys: ["u", "Ctrl+z"], says: "Undo", run: () => goBack(undo, "Undone: ", "Nothing to undo.") },
  {
    name: "redo",
    keys: ["U", "Ctrl+Z", "Ctrl+y"],
    says: "Redo",
    run: () => goBack(redo, "Redone: ", "Nothing to redo."),
  },
  { name: "search", keys: ["/"], says: "Search", run: () => byId("search").focus() },
  { name: "help", keys: ["?"], says: "Show these keys", run: () => byId("help").showModal() },
  { name: "download", keys: [], says: "Download the decisions", run: download },
  { name: "upload", keys: [], says: "Load decisions", run: () => byId("file").click() },
];

const BY_KEY = new Map(ACTIONS.flatMap((action) => action.keys.map((key) => [key, action])));

function onKey(event) {
  if (event.altKey || event.defaultPrevented || isWriting(event.target) || !keysAreOn(event)) return;
  const key = pressed(event);
  const action = BY_KEY.get(key);
  if (!action && !/^[1-9]$/.test(key)) return;
  event.preventDefault();
  if (action) action.run();
  else toggleNumber(Number(key));
}

/* Reading "ф" as "a": the reader of a Russian text has a Russian keyboard on. */
function pressed({ key, code, ctrlKey, metaKey, shiftKey }) {
  const onOtherLayout = /^[^\x00-\x7f]$/.test(key);
  const latin = onOtherLayout ? (LATIN[code] ?? code.replace(/^Key/, "").toLowerCase()) : key;
  const letter = shiftKey ? latin.toUpperCase() : latin.length === 1 ? latin.toLowerCase() : latin;
  return ctrlKey || metaKey ? `Ctrl+${letter}` : letter;
}

const LATIN = { BracketLeft: "[", BracketRight: "]" };

function isWriting(target) {
  return target.matches("input:not([type=checkbox]), textarea, select") || target.closest("dialog") !== null;
}

function keysAreOn({ ctrlKey, metaKey, key }) {
  return byId("letters").checked || ctrlKey || metaKey || key.startsWith("Arrow");
}

/* ---- acting ---- */

function act(make, ...details) {
  if (!page.current) return say("There is nothing here to work on.");
  const change = make(page.review, page.current, ...details);
  if (change.problem) return say(change.problem);
  commit(page.review, change);
  return settle(change.added[0], change.selected, change.message);
}

function accept() {
  const following = page.view[page.view.indexOf(page.current) + 1];
  if (!page.current) return say("There is nothing here to work on.");
  const change = accepting(page.review, page.current);
  if (change.problem) return following ? step(1) : say(change.problem);
  commit(page.review, change);
  const isOn = change.added[0].status === "accepted";
  return settle((isOn && following) || change.added[0], null, change.message);
}

function goBack(turn, said, nothing) {
  const change = turn(page.review);
  if (!change) return say(nothing);
  const [bead] = turn === undo ? change.removed : change.added;
  return settle(bead, null, said + change.message);
}

function step(by) {
  const at = page.view.indexOf(page.current) + by;
  if (!(at in page.view)) return say(by > 0 ? "This is the last one." : "This is the first one.");
  return goTo(at);
}

function goTo(at) {
  setCurrent(page.view[at]);
  focusCurrent();
}

/* After a change: keep it, draw what it touches, go on with a bead. */
function settle(bead, selected, message) {
  const focused = document.activeElement;
  keepSoon();
  refresh(bead);
  if (selected) SIDES.forEach((side) => selected[side].forEach((index) => page.selection[side].add(index)));
  showSelection();
  if (!focused.isConnected || focused === document.body || focused.closest("#beads")) focusCurrent();
  say(message);
}

function say(message) {
  byId("message").textContent = message;
}

/* ---- the current bead and its selected clauses ---- */

function setCurrent(bead) {
  markCurrent(false);
  page.current = bead ?? null;
  SIDES.forEach((side) => page.selection[side].clear());
  markCurrent(true);
}

function markCurrent(isCurrent) {
  const row = page.current && page.list.rows.get(page.current);
  if (isCurrent && page.current) rowOf(page.list, page.current);
  const now = isCurrent && page.current ? page.list.rows.get(page.current) : row;
  if (!now) return;
  now.toggleAttribute("aria-current", isCurrent);
  if (isCurrent) now.setAttribute("aria-current", "true");
  for (const node of [now, ...now.querySelectorAll("input")]) node.tabIndex = isCurrent ? 0 : -1;
  now.querySelectorAll("input:checked").forEach((box) => (box.checked = false));
}

function focusCurrent() {
  const row = page.current && rowOf(page.list, page.current);
  if (!row) return;
  row.focus({ preventScroll: true });
  row.scrollIntoView({ block: "nearest" });
}

function boxesOfCurrent() {
  const row = page.current && rowOf(page.list, page.current);
  return row ? [...row.querySelectorAll("input")] : [];
}

function showSelection() {
  for (const box of boxesOfCurrent()) box.checked = page.selection[box.dataset.side].has(Number(box.dataset.index));
}

function toggleNumber(number) {
  const box = boxesOfCurrent()[number - 1];
  if (!box) return say(`There is no clause ${number} here.`);
  box.checked = !box.checked;
  return select(box);
}

function select(box) {
  const chosen = page.selection[box.dataset.side];
  chosen[box.checked ? "add" : "delete"](Number(box.dataset.index));
  const count = SIDES.reduce((sum, side) => sum + page.selection[side].size, 0);
  say(`${count} ${count === 1 ? "clause" : "clauses"} selected.`);
}

function onPointIn(event) {
  const row = event.target.closest(".bead");
  if (row && row.bead !== page.current) setCurrent(row.bead);
}

/* ---- notes ---- */

function openNote() {
  if (!page.current) return say("There is nothing here to write a note on.");
  byId("note-text").value = page.current.note;
  return byId("note").showModal();
}

function saveNote() {
  const note = byId("note-text").value.trim();
  byId("note").close();
  if (note !== page.current.note) act(noting, note);
  focusCurrent();
}

/* ---- the start ---- */

function fillChoices() {
  const { beads } = page.review;
  const checks = countsOf([...beads].flatMap((bead) => [...new Set(bead.flags.map((flag) => flag.check))]));
  const kinds = countsOf([...beads].map((bead) => placeOf(page.review.data, bead).kind));
  const flagged = [...beads].filter((bead) => bead.flags.length).length;
  byId("flag").append(new Option(`any check (${flagged})`, "any"));
  for (const [check, count] of checks) byId("flag").append(new Option(`check ${check} (${count})`, `check ${check}`));
  for (const [kind, count] of kinds) byId("kind").append(new Option(`${kind.replace("_", " ")} (${count})`, kind));
}

function countsOf(names) {
  const counts = new Map();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort();
}

function fillHeads() {
  for (const side of SIDES) {
    const { language, name } = page.review.data[side];
    byId(`${side}-head`).textContent = [languageName(language), name].filter(Boolean).join(" · ");
  }
}

function languageName(code) {
  try {
    return `${new Intl.DisplayNames(["en"], { type: "language" }).of(code)} (${code})`;
  } catch {
    return code;
  }
}

function fillHelp() {
  for (const { keys, says } of ACTIONS.filter((action) => action.keys.length)) {
    const cell = element("td", {});
    keys.forEach((key, at) =>
      cell.append(
        at ? " or " : "",
        element(
          "kbd",
          {},
          key.replace(/[A-Z]$/, (letter) => `Shift+${letter.toLowerCase()}`),
        ),
      ),
    );
    byId("keys").append(element("tr", {}, cell, element("td", {}, says)));
  }
}

function listen() {
  document.addEventListener("keydown", onKey);
  for (const { name, run } of ACTIONS) {
    document.querySelectorAll(`[data-action=${name}]`).forEach((button) => button.addEventListener("click", run));
  }
  for (const id of ["order", "flag", "kind", "undecided"]) byId(id).addEventListener("change", onFilter);
  byId("search").addEventListener("input", onFilter);
  byId("search").addEventListener("keydown", ({ key }) => ["Enter", "Escape"].includes(key) && focusCurrent());
  byId("beads").addEventListener("pointerdown", onPointIn);
  byId("beads").addEventListener("focusin", onPointIn);
  byId("beads").addEventListener("change", (event) => select(event.target));
  byId("file").addEventListener("change", upload);
  byId("note-save").addEventListener("click", saveNote);
  byId("note-text").addEventListener("keydown", (event) => event.key === "Enter" && event.ctrlKey && saveNote());
  for (const button of document.querySelectorAll("[data-close]")) {
    button.addEventListener("click", () => button.closest("dialog").close());
  }
  window.addEventListener("beforeprint", () => fillAll(page.list));
  window.addEventListener("pagehide", keep);
  window.addEventListener("beforeunload", onLeaving);
}

function start() {
  const data = JSON.parse(byId("data").textContent);
  page.review = newReview(data);
  page.list = newList(byId("beads"), data);
  fillChoices();
  fillHeads();
  fillHelp();
  recall();
  listen();
  refresh(null);
  fillChunk(page.list, page.list.chunks[0] ?? { filled: true });
}

start();
