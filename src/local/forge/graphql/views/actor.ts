/** Users and bots. GraphQL names bots without the `[bot]` that REST writes. */
import { nodeId } from "../../node-id.ts";
import { reactionsTo } from "../../operations/comments.ts";
import { userOf } from "../../site.ts";
import type { Reaction } from "../../store/records.ts";
import { type Arguments, type Context, connection, type View } from "../context.ts";

export function actorView({ site }: Context, login: string): View {
  const user = userOf(site, login);
  const name = user.login.replace(/\[bot\]$/, "");
  const url = `${site.url}/${name}`;
  const bot = user.type === "Bot";
  return {
    __typename: bot ? "Bot" : "User",
    id: nodeId(bot ? "Bot" : "User", user.id),
    databaseId: user.id,
    login: name,
    url,
    resourcePath: `/${name}`,
    avatarUrl: `${site.url}/avatars/${user.id}`,
    createdAt: user.createdAt,
    ...(bot ? {} : { name: user.login, email: "" }),
  };
}

/** Fields typed `User`, which GitHub also fills for bots. */
export function userView(context: Context, login: string): View {
  return { name: null, email: "", ...actorView(context, login), __typename: "User" };
}

const REACTION_NAMES: { [content: string]: string } = {
  "+1": "THUMBS_UP",
  "-1": "THUMBS_DOWN",
  laugh: "LAUGH",
  hooray: "HOORAY",
  confused: "CONFUSED",
  heart: "HEART",
  rocket: "ROCKET",
  eyes: "EYES",
};

export const reactionContent = (name: string): string =>
  Object.entries(REACTION_NAMES).find(([, one]) => one === name)?.[0] ?? name;

/** `reactionGroups` and `reactions` of a subject. */
export function reactionFields(context: Context, subject: string): { [field: string]: unknown } {
  const all = () => reactionsTo(context.site, subject);
  return {
    reactionGroups: () => reactionGroups(context, all()),
    reactions: (args: Arguments) =>
      connection(all(), args, "ReactionConnection", (row) => ({
        __typename: "Reaction",
        id: nodeId("Reaction", row.id),
        databaseId: row.id,
        content: REACTION_NAMES[row.content],
        createdAt: row.createdAt,
        user: userView(context, row.author),
      })),
  };
}

/** One group for every reaction there is, whether somebody gave it or not. */
function reactionGroups(context: Context, all: readonly Reaction[]): View[] {
  return Object.entries(REACTION_NAMES).map(([content, name]) => {
    const rows = all.filter((row) => row.content === content);
    return {
      __typename: "ReactionGroup",
      content: name,
      createdAt: rows[0]?.createdAt ?? null,
      viewerHasReacted: rows.some((row) => row.author === context.viewer.user.login),
      users: (args: Arguments) =>
        connection(rows, args, "ReactingUserConnection", (row) => userView(context, row.author)),
      reactors: (args: Arguments) =>
        connection(rows, args, "ReactorConnection", (row) => actorView(context, row.author)),
    };
  });
}
