// Starts the vendored Swagger UI on our own document; the validator badge would ask an outside service.
window.ui = SwaggerUIBundle({ url: "/openapi.json", dom_id: "#swagger-ui", validatorUrl: null, deepLinking: true });
