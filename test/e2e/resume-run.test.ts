import { afterEach, expect, test } from "vitest";
import { startScriptedModel } from "../../src/local/scripted-model/server.ts";
import { type KilledRun, openKilledRun } from "./killed-run.ts";
import { verifies } from "./requirements.ts";
import { tinyScenario } from "./tiny-scenario.ts";

let killed: KilledRun | undefined;
afterEach(async () => {
  await killed?.close();
  killed = undefined;
});

test(`nightshift run that is killed between an agent's turns pays no turn twice but the one in flight (${verifies("run.continues", "resume.every-turn")})`, async () => {
  const model = await startScriptedModel({ scenario: tinyScenario([{ key: "one" }]), delay: 1_500 });
  killed = await openKilledRun(model);
  const implementing = () =>
    model
      .requests()
      .flatMap(({ header, turn }) => (header?.mode === "implement" && turn !== undefined ? [turn] : []));
  killed.start();
  await killed.killWhen(() => implementing().includes(2));
  killed.start();
  const { code } = await killed.ended();
  expect(code).toBe(0);
  // The agent that lost its runner may still take the answer that is on its way; then not even that turn is paid twice.
  expect([
    [0, 1, 2],
    [0, 1, 2, 2],
  ]).toContainEqual(implementing());
}, 600_000);
