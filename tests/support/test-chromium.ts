// Test support: the Chromium that tests print with. Tests of the tiers `chromium` and `e2e` only run where there is one.

import {findChromium} from '../../scripts/io/find-chromium.ts'

/** Path of the executable. */
export async function testChromium(): Promise<string> {
  return (await findChromium(process.env)).executablePath
}
