/** The command line's help. */
export const help = `Lead Inspector: receive, send, check and list the leads of Microsoft's commercial marketplace.

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

  lead-inspector run COLLECTION.json [--folder NAME] [--environment FILE] [--data FILE] [--iterations N]
                     [--concurrency N] [--delay MS] [--timeout S] [--variable NAME=VALUE] [--bail]
                     [--reporter json|junit|html --out FILE]
      Sends the requests of a Postman collection (v2.0 or v2.1) and runs their checks; without checks an answer
      below 400 passes. Ends with 0 when all pass, 1 when one fails, 2 when it could not run.
      Files that the collection names (bodies, certificates) are read and sent: run only collections that you trust.
      Scripts in it are not run.
      --folder NAME      only this folder, or this request; Outer/Inner for one within another
      --environment FILE a Postman environment; its values win over the collection's
      --data FILE        a CSV file with names in its first line, or a JSON list of objects: a row for each iteration
      --iterations N     how often all of it is run (the rows of the data, else 1); past the last row that row stays
      --concurrency N    requests on their way at the same time (1)
      --delay MS         pause after each request (0)
      --timeout S        seconds for each request (the collection's, else 60)
      --variable N=V     a value that wins over the environment's; may be given several times
      --bail             stop at the first failure
      --reporter KIND    json, junit or html, to --out FILE or to standard output; may be given several times

  lead-inspector leads [--data DIR] [--query TEXT] [--format jsonl|csv|har]
      Prints the stored leads, newest first; also while the app is running. Secrets are masked.
`
