// Camunda's own sign-in is closed: where it would show its form, the page is asked for anew and the server leads to ours.
let leaving = false;

export default {
  id: 'amends-sign-in',
  pluginPoint: 'cockpit.login',
  priority: 1000,
  render: () => {
    if (!leaving) {
      // called again while the page is on its way out
      leaving = true;
      window.history.replaceState(null, '', window.location.pathname);
      window.location.reload();
    }
  },
};
