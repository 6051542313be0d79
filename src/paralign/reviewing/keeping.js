"use strict";

/* What is kept: in the browser until the page is opened again, and in files of decisions. */

const SHORT_OF_STORAGE =
  "This browser keeps nothing for this page. Download your decisions before you close it; load them here again.";

function storageKey() {
  return `paralign review ${page.review.data.fingerprint}`;
}

function stored(use) {
  try {
    return use(window.localStorage);
  } catch {
    byId("storage").textContent = SHORT_OF_STORAGE;
    return null;
  }
}

let keeping = 0;

function keepSoon() {
  page.unsaved = true;
  clearTimeout(keeping);
  keeping = setTimeout(keep, 150);
}

function keep() {
  clearTimeout(keeping);
  if (!page.unsaved) return;
  const text = JSON.stringify(decisionsOf(page.review));
  stored((storage) => {
    storage.setItem(storageKey(), text);
    page.unsaved = false;
  });
}

function recall() {
  const text = stored((storage) => storage.getItem(storageKey()));
  if (!text) return;
  try {
    const { removed, added } = changeTo(page.review, JSON.parse(text));
    carryOut(page.review, removed, added);
  } catch (error) {
    say(`What this browser kept could not be used. ${error.message}`);
  }
}

function download() {
  keep();
  const text = JSON.stringify(decisionsOf(page.review), null, 1) + "\n";
  const url = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  element("a", { href: url, download: `${page.review.data.name}.decisions.json` }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
  page.unsaved = false;
  say("Decisions downloaded.");
}

async function upload(event) {
  const [file] = event.target.files;
  if (!file) return;
  try {
    const change = changeTo(page.review, parsed(await file.text()));
    commit(page.review, change);
    settle(page.current, null, change.message);
  } catch (error) {
    say(`Not loaded. ${error.message}`);
  }
  event.target.value = "";
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error("The file is not JSON.");
  }
}

function onLeaving(event) {
  keep();
  if (page.unsaved) event.preventDefault();
}
