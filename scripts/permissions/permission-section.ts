/** What one identity is allowed for one purpose. */
export interface Permission {
  /** What it is for: `Artifacts`. */
  readonly name: string;
  /** As the cloud calls them: actions, permissions or roles. */
  readonly grants: readonly string[];
  /** On what. */
  readonly resources: readonly string[];
  /** Under which condition. */
  readonly condition?: string;
  /** Why the resources are no narrower. */
  readonly why?: string;
}

/** The permissions that one part of a stack brings with it. */
export interface PermissionSection {
  readonly title: string;
  /** Whose permissions they are, and when they are given. */
  readonly holder: string;
  readonly permissions: readonly Permission[];
}

/** All permissions of one cloud. */
export interface CloudPermissions {
  readonly cloud: string;
  /** What holds for all of them, as Markdown. */
  readonly introduction: string;
  readonly sections: readonly PermissionSection[];
}

/** The text of the page about one cloud. */
export function cloudText({ cloud, introduction, sections }: CloudPermissions): string {
  return [`## ${cloud}`, introduction, ...sections.map(sectionText)].join('\n\n');
}

function sectionText({ title, holder, permissions }: PermissionSection): string {
  return [`### ${title}`, holder, permissions.map(listItem).join('\n')].join('\n\n');
}

function listItem({ name, grants, resources, condition, why }: Permission): string {
  const on = `${codes(resources)}${condition === undefined ? '' : ` if \`${condition}\``}`;
  return `- **${name}** on ${on}: ${codes(grants)}.${why === undefined ? '' : `\n  _${why}_`}`;
}

function codes(texts: readonly string[]): string {
  return texts.map((text) => `\`${text}\``).join(', ');
}
