/** Every REST route of the forge. Order matters only where a parameter may hold slashes. */
import type { Route } from "../http/router.ts";
import { dispatchRoutes, runRoutes, variableRoutes } from "./actions.ts";
import { appRoutes } from "./apps.ts";
import { commentRoutes, hierarchyRoutes, labelRoutes } from "./comments.ts";
import { commitRoute, contentRoutes } from "./contents.ts";
import { deploymentRoutes } from "./deployments.ts";
import { gitRoutes } from "./git.ts";
import { issueRoutes } from "./issues.ts";
import { metaRoutes, repositoryRoutes } from "./meta.ts";
import { pullRoutes } from "./pulls.ts";
import { reviewRoutes } from "./reviews.ts";
import { ruleRoutes } from "./rules.ts";
import { statusRoutes } from "./statuses.ts";

export const ROUTES: readonly Route[] = [
  ...metaRoutes,
  ...appRoutes,
  ...repositoryRoutes,
  ...labelRoutes,
  ...commentRoutes,
  ...hierarchyRoutes,
  ...issueRoutes,
  ...reviewRoutes,
  ...pullRoutes,
  ...statusRoutes,
  ...ruleRoutes,
  ...deploymentRoutes,
  ...dispatchRoutes,
  ...runRoutes,
  ...variableRoutes,
  ...gitRoutes,
  ...contentRoutes,
  commitRoute,
];
