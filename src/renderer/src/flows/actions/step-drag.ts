/** Steps are dragged within the window only. */
export const stepDragType = 'application/x-lead-inspector-step'
