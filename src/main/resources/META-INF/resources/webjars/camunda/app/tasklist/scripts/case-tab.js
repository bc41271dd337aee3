/* The Case tab of a task: the live page of its case in a frame of the same origin, right after the form. */
import { chinese, root } from './house.js';

export default {
  id: 'amends-case',
  pluginPoint: 'tasklist.task.detail',
  priority: 900,
  properties: { label: chinese ? '事项' : 'Case' },
  render: (place, { taskId }) => {
    const frame = document.createElement('iframe');
    frame.className = 'amends-case';
    frame.title = chinese ? '任务所属的事项' : 'The case that this task belongs to';
    frame.src = `${root}/cases/of-task/${encodeURIComponent(taskId)}`;
    place.append(frame);
  },
  unmount: () => {},
};
