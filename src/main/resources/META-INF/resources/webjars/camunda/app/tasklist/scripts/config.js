/* Stands before the file of the same name in Camunda's web apps: the Case tab, clocks, two languages, and no first-time greeting. */
export default {
  app: { name: 'Tasklist', vendor: 'Amends' },
  locales: { availableLocales: ['en', 'zh'], fallbackLocale: 'en' },
  customScripts: ['scripts/case-tab', 'scripts/clocks', 'scripts/links', 'scripts/order', 'scripts/refusals', 'scripts/sign-in'],
  csrfCookieName: 'XSRF-TOKEN',
  disableWelcomeMessage: true,
  // without it a comment on a task is lost to the record of the case
  assignProcessInstanceIdToTaskComment: true,
  shortcuts: {
    claimTask: { key: 'ctrl+alt+c', description: 'claims the selected task' },
    focusFilter: { key: 'ctrl+shift+f', description: 'goes to the first filter' },
    focusList: { key: 'ctrl+alt+l', description: 'goes to the first task in the list' },
    focusForm: { key: 'ctrl+alt+f', description: 'goes to the first field of the form' },
    startProcess: { key: 'ctrl+alt+p', description: 'opens the list of what can be started' },
  },
};
