/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/** A person at a browser: the system's Chromium, what its pages asked for and complained about, and what they offer to somebody without a mouse. */
import { spawnSync } from "node:child_process";
import { type BrowserContext, chromium, type Page } from "playwright-core";

const PROGRAM = ["chromium", "chromium-browser", "google-chrome"]
  .map((name) => spawnSync("which", [name], { encoding: "utf8" }).stdout.trim())
  .find((path) => path !== "");

/** Null when Chromium is here; else why its tests are skipped. On CI a missing one must be seen as a failure. */
export const NO_CHROMIUM: string | null =
  PROGRAM !== undefined || process.env.CI === "true" ? null : "Chromium is not installed";

export interface Visitor {
  context: BrowserContext;
  page: Page;
  /** Every address that a page asked for. */
  asked: string[];
  /** Errors and warnings on the console, and errors that nothing caught. */
  complaints: string[];
  close(): Promise<void>;
}

export async function visit(): Promise<Visitor> {
  if (PROGRAM === undefined) throw new Error("Chromium is not installed");
  const browser = await chromium.launch({ executablePath: PROGRAM });
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const asked: string[] = [];
  const complaints: string[] = [];
  context.on("request", (request) => asked.push(request.url()));
  context.on("weberror", (error) => complaints.push(String(error.error())));
  context.on("console", (message) => {
    if (["error", "warning"].includes(message.type()))
      complaints.push(`${message.location().url}: ${message.text()}`);
  });
  const page = await context.newPage();
  page.setDefaultTimeout(90_000);
  return { context, page, asked, complaints, close: () => browser.close() };
}

/** Presses Tab until what has this role and name has the focus, and throws when it is not on the way. */
export async function tabTo(page: Page, role: "link" | "button" | "textbox", name: string | RegExp) {
  const wanted = page.getByRole(role, { name, ...(typeof name === "string" ? { exact: true } : {}) }).first();
  await wanted.waitFor();
  for (let pressed = 0; pressed < 200; pressed += 1) {
    await page.keyboard.press("Tab");
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`Tab does not lead to the ${role} ${name}`);
}

/** Markup of what can be pressed, followed, filled or scrolled, and Tab does not lead to. */
export async function unreachedByTab(page: Page): Promise<string[]> {
  const controls = await page.evaluateHandle(() =>
    [
      ...document.querySelectorAll(
        "a[href], button, input:not([type=hidden]), textarea, select, summary, [tabindex], pre",
      ),
    ].filter((each) => each.checkVisibility({ visibilityProperty: true })),
  );
  const count = await controls.evaluate((all) => all.length);
  const reached = new Set<number>();
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
  // Once around, with some more for the browser's own stops.
  for (let pressed = 0; pressed < count + 10; pressed += 1) {
    await page.keyboard.press("Tab");
    reached.add(
      await controls.evaluate((all) => all.indexOf(document.activeElement ?? document.documentElement)),
    );
  }
  const markup = await controls.evaluate((all) => all.map((each) => each.outerHTML.slice(0, 120)));
  return markup.filter((_, at) => !reached.has(at));
}

/** Role and place of what takes the focus and has no name, as Chromium tells it to a screen reader. */
export async function nameless(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  await session.detach();
  const focusable = nodes.filter(({ properties = [] }) =>
    properties.some(({ name, value }) => name === "focusable" && value.value === true),
  );
  if (focusable.length < 2) throw new Error("the page has nothing that takes the focus");
  return focusable
    .filter(({ name }) => String(name?.value ?? "").trim() === "")
    .map(({ role, nodeId }) => `${role?.value} ${nodeId}`);
}

/** Texts whose colour is too near to the one behind them: less than 4.5 to 1, as WCAG 2 (1.4.3) reckons. */
export function faintTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const channels = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number);
    const behind = (element: Element | null): number[] => {
      if (element === null) return [255, 255, 255];
      const [red = 0, green = 0, blue = 0, alpha = 1] = channels(getComputedStyle(element).backgroundColor);
      return alpha === 0 ? behind(element.parentElement) : [red, green, blue];
    };
    const luminance = (colour: number[]) => {
      const [red = 0, green = 0, blue = 0] = colour
        .map((each) => each / 255)
        .map((each) => (each <= 0.03928 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4));
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const faint: string[] = [];
    for (const element of document.body.querySelectorAll("*")) {
      const isText = [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== "",
      );
      if (!isText || !element.checkVisibility()) continue;
      const pair = [luminance(channels(getComputedStyle(element).color)), luminance(behind(element))];
      const contrast = (Math.max(...pair) + 0.05) / (Math.min(...pair) + 0.05);
      if (contrast < 4.5) faint.push(`${contrast.toFixed(2)}: ${element.outerHTML.slice(0, 100)}`);
    }
    return faint;
  });
}
