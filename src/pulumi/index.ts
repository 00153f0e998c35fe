export * from './chart-resources';
