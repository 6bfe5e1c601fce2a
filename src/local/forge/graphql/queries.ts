/** The root of GraphQL queries. */
import { ApiError } from "../errors.ts";
import { rateOf } from "../http/rate.ts";
import { findRepository, findUser } from "../site.ts";
import { canRead } from "../viewer.ts";
import { type Arguments, type Context, text, texts, unresolved, type View } from "./context.ts";
import { nodeView } from "./nodes.ts";
import { search } from "./search.ts";
import { userView } from "./views/actor.ts";
import { repositoryView } from "./views/repository.ts";

export function queries(context: Context): View {
  const { site, viewer } = context;
  const node = (id: string) => {
    const found = nodeView(context, id);
    if (!found) throw unresolved(id);
    return found;
  };
  return {
    __typename: "Query",
    repository: (args: Arguments) => {
      const name = `${text(args, "owner")}/${text(args, "name")}`;
      const repository = findRepository(site, name);
      if (!repository || !canRead(viewer, repository))
        throw new ApiError(404, `Could not resolve to a Repository with the name '${name}'.`);
      return repositoryView(context, repository);
    },
    node: (args: Arguments) => node(text(args, "id")),
    nodes: (args: Arguments) => (texts(args, "ids") ?? []).map(node),
    viewer: { ...userView(context, viewer.user.login), login: viewer.user.login },
    user: (args: Arguments) => owner(context, text(args, "login"), "User"),
    organization: (args: Arguments) => {
      throw new ApiError(
        404,
        `Could not resolve to an Organization with the login of '${text(args, "login")}'.`,
      );
    },
    repositoryOwner: (args: Arguments) => owner(context, text(args, "login"), "User"),
    search: (args: Arguments) => search(context, args),
    rateLimit: () => {
      const rate = rateOf(site, viewer, "graphql", 0);
      return {
        __typename: "RateLimit",
        cost: 1,
        limit: rate.limit,
        remaining: Math.max(0, rate.remaining - 1),
        used: rate.used + 1,
        nodeCount: 0,
        resetAt: new Date(rate.reset * 1000).toISOString().replace(".000Z", "Z"),
      };
    },
  };
}

function owner(context: Context, login: string, kind: string): View {
  if (!findUser(context.site, login))
    throw new ApiError(404, `Could not resolve to a ${kind} with the login of '${login}'.`);
  return userView(context, login);
}
