/** What Nightshift promises, one id for each promise. A test that proves one names it; an id that no test names fails `coverage.test.ts`. */
export const REQUIREMENTS = {
  "loop.features-merged":
    "A requirement becomes features, each merged as one squash commit with trailers; the requirement is closed with a summary.",
  "loop.parallel":
    "With parallel, features that touch different files are built at the same time; each is verified with what was merged before it, and what will conflict is known before.",
  "loop.feedback":
    "Findings become inline threads; the coder answers and fixes them; the reviewer resolves them and approves the new head.",
  "loop.one-feature": "A requirement of one feature is one pull request and no sub-issue.",
  "loop.text": "A requirement can be handed in as text by workflow_dispatch.",
  "plan.nothing-to-do": "A requirement that needs no change is closed with the reason.",
  "plan.cycle": "A plan with a cycle is asked for again, then a person is asked.",
  "plan.approval": "With approval.plan nothing is built before a person approves the plan.",
  "plan.interrupted": "A kill between the plan and its last sub-issue leaves no feature out and none twice.",
  "review.rounds": "A reviewer who never agrees ends in one comment and one label after the allowed rounds.",
  "review.range":
    "nightshift review reads a range of commits without any forge, keeps what can be looked up and drops what cannot.",
  "review.disputed":
    "A finding that the author disputes is weighed once, then a person decides; what a person does not want fixed is over.",
  "review.stale-head": "A push between approval and merge is refused by GitHub and reviewed again.",
  "verify.red": "A change that breaks the tests is never merged.",
  "verify.base-moved":
    "When the base moves after the verification, exactly the new merge is verified before it lands.",
  "merge.conflict":
    "A conflict with a person's commit on the base is resolved by the coder, verified and reviewed again.",
  "merge.record":
    "Every merge leaves a record in its commit, on its checks and in the ledger, and nightshift verify checks it again from git alone.",
  "merge.rules":
    "Every rule of the base is kept, or the check run says who or what it waits for; a merge that GitHub would refuse is not tried.",
  "landing.requirement-branch":
    "With landing: requirement_branch features land on one branch; one final pull request with the ledger brings them to the base, and a person merges it.",
  "merge.reapplied":
    "Where rules ask for an up-to-date branch, the change is put onto the moved base; verdict and approval go over because it is the same.",
  "after.red":
    "A merge that breaks the base is verified once more, taken back by a verified revert, and its feature is built anew with the failure as input.",
  "after.dispatch":
    "The workflows of after_merge.dispatch are started on the base after each merge of ours, once for each commit, and their runs are watched.",
  "after.undo":
    "/nightshift undo makes one verified revert of all commits of a requirement, found by their trailers; merged, its issues are open again.",
  "notify.once":
    "Webhooks are told once of each state that needs a person and of the end of a requirement; a dead one stops nothing, and no address leaves the run.",
  "ci.dispatch":
    "With ci.mode: dispatch the repository's own workflows run on exactly the head and become statuses of it; one that holds a secret waits for a person's approval of that head.",
  "ci.red":
    "CI that is red on an agent's head goes back to the code agent with its failing jobs and what they said; where that changes nothing, a person is asked with its answer.",
  "ci.wait":
    "With ci.mode: wait the runs of the pull request count; what GitHub holds back is named and waits for a person's click.",
  "pulls.foreign":
    "A pull request of a fork or of Dependabot is never reviewed, labelled, commented or merged, whoever rings for it and whatever the review's scope.",
  "review.asked":
    "/nightshift review <sha> of a person who may write has that head of any pull request read as data: one comment review, no tool, no status.",
  "review.scope":
    "With review.scope: all a person's pull request is reviewed by comments alone, a new head only where it is new; it is never approved natively, merged, labelled or pushed to.",
  "people.approve-review": "A person's approving review of that head lets the first pull request merge.",
  "people.approve-comment": "A person's comment /nightshift approve lets it merge.",
  "people.approve-raced": "A push between /nightshift approve and its run is not approved.",
  "people.stranger": "A stranger's form issue and a stranger's command have no effect.",
  "people.outside-edit": "An edit of the text by someone without permission pauses the requirement and asks.",
  "people.pause": "Paused in any phase, nothing is written any more; resumed, the loop goes on to the merge.",
  "people.start": "/nightshift start by someone who may write authorises any issue as it is written.",
  "people.retry": "/nightshift retry leads out of every state that waits for a person.",
  "people.stop":
    "Closing an issue or a pull request, or /nightshift stop, ends its work and is never undone.",
  "people.status": "/nightshift status answers with the why of every state.",
  "bus.forged": "A forged, malformed, stale or doubled message has no effect.",
  "bus.lost": "With every dispatch lost, the clock alone finishes the requirement.",
  "crash.killed":
    "Killed with -9 in the middle of any phase and started again, every feature is merged exactly once.",
  "mode.observe": "mode: observe writes nothing.",
  "mode.propose": "mode: propose never merges.",
  "phases.all":
    "phase: all runs every phase in one job, refuses that on a public repository which did not ask for it, and merges the same.",
  "brake.off": "With the variable NIGHTSHIFT set to off nothing runs.",
  "sandbox.required": "Without a working sandbox nothing of the model runs, and the reason is said.",
  "quiet.no-writes": "A sweep over a quiet world writes nothing.",
  "secrets.none-leak": "The model key and tokens appear in no log, artifact, comment or commit.",
  "secrets.hostile-test":
    "A hostile test in a pull request finds no secret in any job that runs it: the agent's, the verification, dispatched CI.",
  "model.providers": "The whole loop runs with the models of each provider.",
  "model.takes-over": "When a model's provider cannot be reached, the next model of the list goes on.",
  "model.deferred":
    "A provider that asks to wait for long costs no waiting job: nothing starts before, a person's retry at once.",
  "demo.runs":
    "npm run demo builds the blog from a clean clone; the blog works and its planted defects are gone.",
  "run.own-repository":
    "nightshift run does the same on a stranger's repository and leaves the repository itself untouched.",
  "run.continues": "A killed nightshift run continues where it was.",
  "up.lasts":
    "nightshift up hosts repositories for days: killed with -9 and started again, address, token and work are the same, and every feature is merged once.",
  "page.requirement":
    "On the page of nightshift up a person signs in with the token and opens a requirement, by keyboard alone.",
  "page.watch":
    "The page shows a run's log as it grows, to its end, without a reload and without taking the focus away.",
  "page.approve":
    "On the page a person approves the head that is shown, by keyboard alone, and sees it merged.",
  "page.everybody":
    "Tab leads to every control of every page, each has a name, and every text can be read in dark and in light.",
  "page.loopback": "Whatever is written, a page asks nothing of any other address and runs without errors.",
  "lessons.proposed":
    "With lessons: propose, what reviews taught is one pull request for a person to merge, and never merged by itself.",
  "resume.every-turn":
    "Killed with -9 at any turn, a run is finished by the next process; no turn is paid twice but the one in flight.",
  "extend.agents": "An agent of the repository, read from the base branch, does part of a task and answers.",
  "extend.hooks":
    "Hooks block a call and rewrite its input; a required hook that fails stops the call it watches.",
  "extend.mcp": "Tools of an MCP server work, and the server sees no network and no secret.",
  "extend.policy":
    "What a rule denies does not happen; what it wants a person for is denied and told; touched risks wait for a person.",
  "extend.setup-hosts": "The set-up reaches the hosts that are listed and is told which one it did not.",
  "resume.next-run":
    "A run whose agent was killed or cancelled is gone on with by the next run, through gate, artifact and apply; its cost is booked once.",
  "resume.rerun":
    "Re-run failed jobs goes on from the attempt that failed and is booked once; re-run all jobs loses no cost.",
  "resume.deferred":
    "A run that its provider put off is started by the sweep when its time has come, not before, and pays no turn twice.",
  "cli.wrong-input": "Wrong input is one clear message and the right exit code, with nothing half-done.",
  "init.templates": "nightshift init writes pinned templates and says what GitHub needs.",
} as const;

export type RequirementId = keyof typeof REQUIREMENTS;

/** Cites the promises that a test proves. */
export function verifies(...ids: RequirementId[]): string {
  return ids.join(", ");
}
