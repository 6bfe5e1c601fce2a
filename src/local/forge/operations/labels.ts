/** Labels of a repository. */

import { invalid, notFound } from "../errors.ts";
import { GITHUB_FACTS } from "../facts.ts";
import type { Site } from "../site.ts";
import type { Label, Repository } from "../store/records.ts";

const MAX_NAME = GITHUB_FACTS.labelName.value;
const MAX_DESCRIPTION = GITHUB_FACTS.labelDescription.value;

export function findLabel(site: Site, repository: Repository, name: string): Label | undefined {
  const wanted = name.toLowerCase();
  return site.store.find(
    "labels",
    (row) => row.repository === repository.id && row.name.toLowerCase() === wanted,
  );
}

export function getLabel(site: Site, repository: Repository, name: string): Label {
  const label = findLabel(site, repository, name);
  if (!label) throw notFound();
  return label;
}

export const labelsIn = (site: Site, repository: Repository): Label[] =>
  site.store.filter("labels", (row) => row.repository === repository.id);

export function createLabel(
  site: Site,
  repository: Repository,
  wanted: { name: string; color?: string | undefined; description?: string | null | undefined },
): Label {
  checkLabel(wanted);
  if (findLabel(site, repository, wanted.name)) throw invalid("Label", "name", "already_exists");
  const id = site.store.nextId();
  return site.store.put("labels", id, {
    id,
    repository: repository.id,
    name: wanted.name,
    color: wanted.color ?? "ededed",
    description: wanted.description ?? null,
  });
}

export function updateLabel(
  site: Site,
  repository: Repository,
  name: string,
  change: { name?: string | undefined; color?: string | undefined; description?: string | null | undefined },
): Label {
  const label = getLabel(site, repository, name);
  checkLabel({ ...change, name: change.name ?? label.name });
  const taken = change.name === undefined ? undefined : findLabel(site, repository, change.name);
  if (taken && taken.id !== label.id) throw invalid("Label", "name", "already_exists");
  return site.store.put("labels", label.id, {
    ...label,
    name: change.name ?? label.name,
    color: change.color ?? label.color,
    description: change.description === undefined ? label.description : change.description,
  });
}

export function deleteLabel(site: Site, repository: Repository, name: string): void {
  const label = getLabel(site, repository, name);
  site.store.transact(() => {
    for (const issue of site.store.filter("issues", (row) => row.labels.includes(label.id))) {
      site.store.put("issues", `${issue.repository}#${issue.number}`, {
        ...issue,
        labels: issue.labels.filter((id) => id !== label.id),
      });
    }
    site.store.remove("labels", label.id);
  });
}

function checkLabel(wanted: {
  name: string;
  color?: string | undefined;
  description?: string | null | undefined;
}): void {
  if (wanted.name.trim() === "") throw invalid("Label", "name", "missing_field");
  if ([...wanted.name].length > MAX_NAME)
    throw invalid("Label", "name", "custom", "name is too long (maximum is 50 characters)");
  if (wanted.color !== undefined && !/^[0-9a-fA-F]{6}$/.test(wanted.color))
    throw invalid("Label", "color", "invalid");
  if ([...(wanted.description ?? "")].length > MAX_DESCRIPTION) {
    throw invalid("Label", "description", "custom", "description is too long (maximum is 100 characters)");
  }
}
