/**
 * What the published manifests tell each container of the services that it depends on: variable, Kubernetes Service and port. Names and forms, no text.
 * Source: GoogleCloudPlatform/microservices-demo, release/kubernetes-manifests.yaml, v0.10.6
 */
export const PUBLISHED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'adservice/server': {},
  'cartservice/server': { REDIS_ADDR: 'redis-cart:6379' },
  'checkoutservice/server': {
    CART_SERVICE_ADDR: 'cartservice:7070',
    CURRENCY_SERVICE_ADDR: 'currencyservice:7000',
    EMAIL_SERVICE_ADDR: 'emailservice:5000',
    PAYMENT_SERVICE_ADDR: 'paymentservice:50051',
    PRODUCT_CATALOG_SERVICE_ADDR: 'productcatalogservice:3550',
    SHIPPING_SERVICE_ADDR: 'shippingservice:50051',
  },
  'currencyservice/server': {},
  'emailservice/server': {},
  'frontend/server': {
    AD_SERVICE_ADDR: 'adservice:9555',
    CART_SERVICE_ADDR: 'cartservice:7070',
    CHECKOUT_SERVICE_ADDR: 'checkoutservice:5050',
    CURRENCY_SERVICE_ADDR: 'currencyservice:7000',
    PRODUCT_CATALOG_SERVICE_ADDR: 'productcatalogservice:3550',
    RECOMMENDATION_SERVICE_ADDR: 'recommendationservice:8080',
    SHIPPING_SERVICE_ADDR: 'shippingservice:50051',
    SHOPPING_ASSISTANT_SERVICE_ADDR: 'shoppingassistantservice:80',
  },
  'loadgenerator/frontend-check': { FRONTEND_ADDR: 'frontend:80' },
  'loadgenerator/main': { FRONTEND_ADDR: 'frontend:80' },
  'paymentservice/server': {},
  'productcatalogservice/server': {},
  'recommendationservice/server': { PRODUCT_CATALOG_SERVICE_ADDR: 'productcatalogservice:3550' },
  'redis-cart/redis': {},
  'shippingservice/server': {},
};

/** The ports of the Kubernetes Services: what clients dial, and what pods listen on. */
export const SERVICES: Readonly<Record<string, readonly [port: number, targetPort: number]>> = {
  'adservice': [9555, 9555],
  'cartservice': [7070, 7070],
  'checkoutservice': [5050, 5050],
  'currencyservice': [7000, 7000],
  'emailservice': [5000, 8080],
  'frontend': [80, 8080],
  'frontend-external': [80, 8080],
  'paymentservice': [50051, 50051],
  'productcatalogservice': [3550, 3550],
  'recommendationservice': [8080, 8080],
  'redis-cart': [6379, 6379],
  'shippingservice': [50051, 50051],
};
