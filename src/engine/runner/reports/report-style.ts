/** The HTML report's style. The colours are pairs for light and dark; passed and failed differ by word, not colour alone. */
export const reportStyle = `
:root { color-scheme: light dark; font: 14px/1.45 "Segoe UI", system-ui, sans-serif; color: light-dark(#242424, #f0f0f0); background: light-dark(#fff, #1f1f1f); }
body { margin: 24px auto; max-width: 1200px; padding: 0 16px; }
h1 { font-size: 22px; font-weight: 600; overflow-wrap: anywhere; }
dl { display: grid; grid-template-columns: repeat(auto-fill, minmax(180px, 1fr)); gap: 12px; }
dt { color: light-dark(#616161, #adadad); }
dd { margin: 0; font-weight: 600; overflow-wrap: anywhere; }
fieldset { border: 0; padding: 0; margin: 24px 0 8px; display: flex; gap: 16px; }
legend { float: left; font-weight: 600; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: start; vertical-align: top; padding: 6px 8px; border-bottom: 1px solid light-dark(#e0e0e0, #424242); }
th { position: sticky; top: 0; background: light-dark(#fff, #1f1f1f); }
td { font-variant-numeric: tabular-nums; white-space: nowrap; }
td:nth-child(3) { white-space: normal; overflow-wrap: anywhere; width: 100%; }
.path, .url, footer { color: light-dark(#616161, #adadad); }
.url, pre { font-family: Consolas, "Cascadia Mono", monospace; font-size: 12px; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; margin: 4px 0; padding: 8px; background: light-dark(#f5f5f5, #292929); }
ul { margin: 4px 0; padding-inline-start: 20px; }
.failed .verdict, .failed li, .problem { color: light-dark(#b10e1c, #ff99a4); }
.passed .verdict { color: light-dark(#0e700e, #9fd89f); }
.verdict { font-weight: 600; }
main:has(#failed:checked) tr.passed { display: none; }
footer { margin: 24px 0; }
@media print { fieldset { display: none; } th { position: static; } }
`
