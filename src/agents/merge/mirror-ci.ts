/** Shows the jobs of a run that we started as statuses of its head: check runs of a dispatched run satisfy no required check by themselves. */
import { ciContext, ciDescription, isOurContext } from "../../domain/ci.ts";
import type { Command } from "../../domain/command.ts";
import { type Performer, setStatus } from "../../github/perform.ts";

/** The record comes last: who is killed before it mirrors again, which changes nothing. */
export async function mirrorCi(
  performer: Performer,
  { head, file, run, skippable }: Extract<Command, { do: "mirror-ci" }>,
): Promise<void> {
  for (const { name, state } of run.jobs) {
    if (isOurContext(name)) continue;
    await setStatus(performer, {
      head,
      context: name,
      state: state === "passed" || (state !== "failed" && skippable.includes(name)) ? "success" : "failure",
      description: `${file}, attempt ${run.attempt}: ${state}`,
      run: run.id,
    });
  }
  await setStatus(performer, {
    head,
    context: ciContext(file),
    state: run.state === "passed" ? "success" : "failure",
    description: ciDescription(run.id, run.attempt),
  });
}
