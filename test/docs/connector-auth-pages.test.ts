import { readFileSync } from 'node:fs';
import path from 'node:path';
import { types } from '../../scripts/connectors/connector-types.json';
import { METHOD_NOTES } from '../../scripts/connectors/method-notes';
import { CONSTRUCT_PAGES } from '../support/construct-pages';

const KEPT = { 'long-lived-key': 'a long-lived key', 'expiring-token': 'an expiring token', none: 'nothing' };

test.each(types.map((type) => [type.connector_type, type.auth_methods] as const))(
  'the page about the authentication of %s connectors says of every method what is kept, and what the server must permit',
  (type, methods) => {
    const text = readFileSync(path.join(CONSTRUCT_PAGES, `${type}-connector-auth.md`), 'utf8');
    const rows = [...text.matchAll(/^\| `(\w+)` +\| `([\w-]+)` +\| (nothing|an? [\w-]+ \w+)/gm)];
    const notes = methods.map(({ auth_method: method }) => ({ method, ...METHOD_NOTES[`${type}/${method}`] }));
    expect(rows.map(([, , method, kept]) => `${method} ${kept}`).sort()).toEqual(
      notes.map(({ method, credential = 'none' }) => `${method} ${KEPT[credential]}`).sort(),
    );
    for (const [, name = '', method = ''] of rows)
      expect(name).toBe(method.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase()));
    for (const { method } of notes.filter(({ needsImplicitAuth }) => needsImplicitAuth)) {
      const name = rows.find(([, , found]) => found === method)?.[1] ?? '';
      expect(text).toMatch(new RegExp(`\`${name}\`[^-]*needs? a server.*\`ZENML_ENABLE_IMPLICIT_AUTH_METHODS=true\``));
    }
  },
);
