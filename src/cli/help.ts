/** The command line's help. */
export const help = `Lead Inspector: receive, send and list the leads of Microsoft's commercial marketplace.

  lead-inspector listen [--port N] [--data DIR] [--json | --quiet]
      Receives leads without a window and prints the flow's URL. Ends with Ctrl+C.
      --port N     the port to listen on (the one in the app's settings, else 5323; 0: any free one)
      --data DIR   the data folder (the app's own)
      --json       one JSON object a line: {"event":"listening",…}, then {"event":"lead",…} after each commit
      --quiet      the URL only, no line for each lead

  lead-inspector send --url URL [--body FILE|-] [--header 'K: V'] [--timeout S] [--json]
      Sends a lead to a flow's URL: the article's sample, or the contents of FILE (- for standard input).
      Ends with 0 on a 2xx, 1 on another answer, 2 when nothing was answered.
      --timeout S  seconds to wait for the answer (30)

  lead-inspector leads [--data DIR] [--query TEXT] [--format jsonl|csv|har]
      Prints the stored leads, newest first; also while the app is running. Secrets are masked.
`
