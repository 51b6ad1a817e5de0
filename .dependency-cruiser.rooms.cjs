/**
 * The rooms of the domain: which folder may need which. Two rooms that need each other, straight or by way of others, are
 * one room or three. Read apart from `.dependency-cruiser.cjs`, as tests cross rooms as they like.
 *
 * @type {import('dependency-cruiser').IConfiguration}
 */
const {options} = require('./.dependency-cruiser.cjs');

module.exports = {
  forbidden: [
    {
      name: 'rooms-one-way',
      comment: 'What two rooms need of each other stands in a third, below both or above both.',
      severity: 'error',
      scope: 'folder',
      from: {path: '^app/(domain|components)/'},
      to: {circular: true},
    },
  ],
  options: {...options, exclude: {path: ['\\.test\\.tsx?$', 'node_modules']}, includeOnly: '^app/(domain|components)/'},
};
