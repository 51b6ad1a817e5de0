import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {packagesAreCurrent} from './install.mjs';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'fingerpost-'));
  mkdirSync(join(root, 'node_modules'));
});
afterEach(() => rmSync(root, {recursive: true, force: true}));

const one = {version: '1.0.0', integrity: 'sha512-one'};
function lay(wanted: Record<string, object>, installed: Record<string, object>) {
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify({packages: {'': {name: 'fingerpost'}, ...wanted}}));
  writeFileSync(join(root, 'node_modules', '.package-lock.json'), JSON.stringify({packages: installed}));
}

describe('the packages', () => {
  it('are current when what is installed is what the lock file names', () => {
    lay({'node_modules/one': one}, {'node_modules/one': one});
    expect(packagesAreCurrent(root)).toBe(true);
  });

  it('are current without what is meant for another system', () => {
    lay({'node_modules/one': one, 'node_modules/mac': {...one, optional: true}}, {'node_modules/one': one});
    expect(packagesAreCurrent(root)).toBe(true);
  });

  it.each([
    ['nothing is installed', {}],
    ['another version is installed', {'node_modules/one': {...one, version: '0.9.0'}}],
    ['something else is installed under the same version', {'node_modules/one': {...one, integrity: 'sha512-two'}}],
  ])('are not current when %s', (_, installed) => {
    lay({'node_modules/one': one}, installed);
    expect(packagesAreCurrent(root)).toBe(false);
  });
});
