// Setup: packages of the system, where we may install them.

import {spawnSync} from 'node:child_process'
import {existsSync} from 'node:fs'

/** Installs packages on Debian as root; true when apt did. Elsewhere it does nothing. */
export function installDebianPackages(names) {
  if (process.platform !== 'linux' || process.getuid() !== 0 || !existsSync('/etc/debian_version')) return false
  console.error(`Installing ${names.join(', ')} (apt-get) …`)
  const apt = (...args) => spawnSync('apt-get', ['-qq', '-o', 'Dpkg::Use-Pty=0', ...args], {stdio: ['ignore', 'ignore', 2], env: {...process.env, DEBIAN_FRONTEND: 'noninteractive'}})
  // The lists of packages of a fresh machine are empty or old.
  apt('update')
  return apt('install', '--yes', '--no-install-recommends', ...names).status === 0
}
