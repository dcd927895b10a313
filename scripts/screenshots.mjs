// npm run screenshots: makes the README's pictures anew, in docs/images, from made-up leads in a real window.
process.env.LEAD_INSPECTOR_SCREENSHOTS = 'docs/images'
process.argv.push('--project', 'e2e', 'test/e2e/screenshots.test.ts', 'test/e2e/article-story.test.ts')
await import('./test.mjs')
