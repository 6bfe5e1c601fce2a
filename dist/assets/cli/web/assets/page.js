// Keeps a page up to date. Without it everything can be read and every form works; a reload shows what is new.
const main = document.querySelector("main");
const status = document.querySelector("#live");
const { repository = "", run = "" } = main.dataset;

const source = new EventSource(`/-/events?${new URLSearchParams({ repository, run })}`);
source.addEventListener("open", () => {
  status.textContent = "live";
  renew();
});
source.addEventListener("error", () => {
  status.textContent = "not connected; what you see may be old";
});
source.addEventListener("change", () => renew());
source.addEventListener("log", ({ data }) => {
  const { job, from, text } = JSON.parse(data);
  const log = document.querySelector(`[data-job="${Number(job)}"]`);
  if (log === null || from > Number(log.dataset.length)) return renew();
  append(log, from, text);
});

/** Only what is not there yet; a reader who is at the end stays there. */
function append(log, from, text) {
  const news = text.slice(Number(log.dataset.length) - from);
  if (news !== "") extend(log, news, from + text.length);
}

function extend(log, news, length) {
  const atEnd = log.scrollTop + log.clientHeight >= log.scrollHeight - 8;
  log.append(news);
  log.dataset.length = String(length);
  if (atEnd) log.scrollTop = log.scrollHeight;
}

let renewing = false;
let again = false;

/** Fetches the page again and brings its live parts up to date. */
async function renew() {
  if (renewing) {
    again = true;
    return;
  }
  renewing = true;
  try {
    const response = await fetch(location.href);
    if (!response.ok) return;
    const fresh = new DOMParser().parseFromString(await response.text(), "text/html");
    for (const part of document.querySelectorAll("[data-live]")) {
      const next = fresh.getElementById(part.id);
      if (next !== null) renewPart(part, next);
    }
    grow(fresh);
  } catch {
    status.textContent = "not connected; what you see may be old";
  } finally {
    renewing = false;
    if (again) {
      again = false;
      renew();
    }
  }
}

/** What a person judges does not change under their hands: another head is only told of. */
function renewPart(part, next) {
  if (part.dataset.of === next.dataset.of) return become(part, next);
  const notice = document.getElementById("moved");
  if (notice !== null) notice.hidden = false;
}

/** Makes a node like another, and touches nothing that is so already: focus, text in hand, scrolled and opened parts stay. */
function become(node, next) {
  if (node.isEqualNode(next)) return;
  if (!(node instanceof Element)) {
    node.data = next.data;
    return;
  }
  const attributes = new Set([...node.getAttributeNames(), ...next.getAttributeNames()]);
  attributes.delete("open");
  for (const name of attributes) {
    const value = next.getAttribute(name);
    if (value === null) node.removeAttribute(name);
    else if (node.getAttribute(name) !== value) node.setAttribute(name, value);
  }
  let place = node.firstChild;
  for (const child of [...next.childNodes]) {
    const known = sameAs(child, place);
    if (known === null) {
      node.insertBefore(child, place);
      continue;
    }
    while (place !== known) place = without(place);
    become(known, child);
    place = known.nextSibling;
  }
  while (place !== null) place = without(place);
}

/** The first node from `place` on that stands for the same thing. */
function sameAs(node, place) {
  const name = nameOf(node);
  let known = place;
  while (known !== null && nameOf(known) !== name) known = known.nextSibling;
  return known;
}

function without(node) {
  const next = node.nextSibling;
  node.remove();
  return next;
}

/** A line is about what it links to first; a form is what it sends. */
function nameOf(node) {
  if (!(node instanceof Element)) return node.nodeName;
  if (node.id !== "") return `#${node.id}`;
  if (node.matches("a")) return `a ${node.getAttribute("href")}`;
  if (node.matches("form"))
    return [...node.querySelectorAll("[type=hidden]")].map(({ value }) => value).join(" ");
  const about = node.matches("li, tr, article") ? node.querySelector("a")?.getAttribute("href") : "";
  return `${node.nodeName} ${about ?? ""}`;
}

/** New jobs get their logs; a gap, as after a broken connection, is filled. */
function grow(fresh) {
  const place = document.querySelector("[data-grow]");
  for (const next of fresh.querySelectorAll("[data-grow] > *")) {
    const known = document.getElementById(next.id);
    if (known === null) {
      place.append(next);
      continue;
    }
    const [old, log] = [known.querySelector("[data-job]"), next.querySelector("[data-job]")];
    const length = Number(log.dataset.length);
    if (length <= Number(old.dataset.length)) continue;
    const [was, is] = [old.textContent, log.textContent];
    if (is.startsWith(was)) extend(old, is.slice(was.length), length);
    else old.replaceWith(log);
  }
}
