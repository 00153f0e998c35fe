export { ChartResources } from './chart-resources';
