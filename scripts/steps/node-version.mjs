/** Says plainly what is wrong on an older Node, which would otherwise fail somewhere in the middle. */
const oldest = {major: 20, minor: 19};

export function requireNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > oldest.major || (major === oldest.major && minor >= oldest.minor)) return;
  process.stderr.write(`Fingerpost needs Node ${oldest.major}.${oldest.minor} or later; this is ${version}.\n`);
  process.exit(1);
}
