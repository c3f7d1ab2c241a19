// Setup: the oldest Node that the packages run on.

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`This is Node ${process.versions.node}; Space Hacks needs Node 20.19 or later. Install it from nodejs.org, then try again.`)
  process.exit(3)
}
