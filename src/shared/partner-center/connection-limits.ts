/** The receiver takes no longer URL, and no flow has one. */
export const longestUrl = 8192

export const mostContactEmails = 50
