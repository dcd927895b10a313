/** Stands in for the detail pane while it is missing. */
export function LeadDetailPane() {
  return <p>(no detail pane yet)</p>
}
