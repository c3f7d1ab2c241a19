// `npm run book` fetches Puppeteer's Chromium, with a fallback; installing packages must not fail for want of it.
module.exports = {skipDownload: true}
