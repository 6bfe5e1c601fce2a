/** The root of GraphQL mutations. Each is named as in the schema and takes its `input`. */
import type { Arguments, Context, View } from "../context.ts";
import { inputOf } from "../context.ts";
import { issueMutations } from "./issues.ts";
import { pullMutations } from "./pulls.ts";
import { reviewMutations } from "./reviews.ts";

export type Mutations = {
  [name: string]: (input: Arguments) => { [field: string]: unknown } | Promise<{ [field: string]: unknown }>;
};

export function mutations(context: Context): View {
  const all: Mutations = {
    ...issueMutations(context),
    ...pullMutations(context),
    ...reviewMutations(context),
  };
  const root: View = { __typename: "Mutation" };
  for (const [name, perform] of Object.entries(all)) {
    root[name] = async (args: Arguments) => {
      const input = inputOf(args);
      const payload = await perform(input);
      await context.site.settled();
      return {
        __typename: `${name.charAt(0).toUpperCase()}${name.slice(1)}Payload`,
        clientMutationId: input.clientMutationId ?? null,
        ...payload,
      };
    };
  }
  return root;
}
