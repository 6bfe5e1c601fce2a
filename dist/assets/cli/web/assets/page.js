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
  const known = Number(log.dataset.length);
  const news = text.slice(known - from);
  if (news === "") return;
  const atEnd = log.scrollTop + log.clientHeight >= log.scrollHeight - 8;
  log.append(news);
  log.dataset.length = String(from + text.length);
  if (atEnd) log.scrollTop = log.scrollHeight;
}

let renewing = false;
let again = false;

/** Fetches the page again and puts its live parts in place; what the person has in hand stays. */
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
    for (const part of document.querySelectorAll("[data-live]")) replace(part, fresh.getElementById(part.id));
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

function replace(part, next) {
  if (next === null || next.innerHTML === part.innerHTML || part.contains(document.activeElement)) return;
  const open = [...part.querySelectorAll("details")].map((each) => each.open);
  part.replaceChildren(...next.childNodes);
  for (const [at, each] of [...part.querySelectorAll("details")].entries())
    if (open[at] !== undefined) each.open = open[at];
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
    if (Number(log.dataset.length) > Number(old.dataset.length)) old.replaceWith(log);
  }
}
