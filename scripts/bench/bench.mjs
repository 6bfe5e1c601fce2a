/**
 * Holds the figures that the product promises, measured in this run: requests and notifications of the demo's features, an
 * idle sweep, a look at 200 open pull requests, the start of an action, the agent loop against a bare one, a command in the sandbox against the same one bare, and what a large change costs its review before a model reads it. Exits 1 when a promise is broken.
 * `npm run bench -- runtime` measures one part alone.
 */
import { measureDemo } from "./demo.mjs";
import { report } from "./measure.mjs";
import { measureReconcile } from "./reconcile.mjs";
import { measureReview } from "./review.mjs";
import { measureRuntime } from "./runtime.mjs";
import { measureSandbox } from "./sandbox.mjs";
import { measureStart } from "./start.mjs";

const PARTS = {
  demo: measureDemo,
  reconcile: measureReconcile,
  start: measureStart,
  runtime: measureRuntime,
  review: measureReview,
  sandbox: measureSandbox,
};

const wanted = process.argv.slice(2);
for (const [name, measure] of Object.entries(PARTS))
  if (wanted.length === 0 || wanted.includes(name)) await measure();
process.exitCode = report() ? 0 : 1;
