/* Runs in the browser, after Swagger UI’s bundle: shows the document of this page’s language, with Swagger UI’s own words in that language. */

const WORDS = {
  fr: {
    Servers: 'Serveurs',
    Authorize: 'S’identifier',
    'Available authorizations': 'Jetons',
    Authorized: 'Identifié',
    Logout: 'Oublier le jeton',
    Close: 'Fermer',
    'Value:': 'Jeton :',
    Parameters: 'Paramètres',
    'No parameters': 'Aucun paramètre',
    Name: 'Nom',
    'Request body': 'Corps de la requête',
    required: 'obligatoire',
    Responses: 'Réponses',
    Response: 'Réponse',
    Links: 'Liens',
    'No links': 'Aucun lien',
    'Media type': 'Type de contenu',
    Controls: 'Décide de l’en-tête',
    'header.': '.',
    Examples: 'Exemples',
    'Examples:': 'Exemples :',
    Example: 'Exemple',
    'Example Value': 'Exemple',
    'Example:': 'Exemple :',
    Schema: 'Schéma',
    Schemas: 'Schémas',
    'Headers:': 'En-têtes :',
    'Default value': 'Par défaut',
    'Available values': 'Valeurs permises',
    'Try it out': 'Essayer',
    Execute: 'Envoyer',
    Cancel: 'Annuler',
    Reset: 'Remettre',
    Clear: 'Effacer',
    'Server response': 'Réponse du serveur',
    'Response body': 'Corps de la réponse',
    'Response headers': 'En-têtes de la réponse',
    'Request URL': 'Adresse appelée',
    'Request duration': 'Durée',
    Download: 'Télécharger',
    'Expand all': 'Tout ouvrir',
    'Collapse all': 'Tout fermer',
    'Edit Value': 'Modifier',
  },
};

const language = document.documentElement.lang;
const words = WORDS[language] ?? {};

/** Swagger UI has no translations: its fixed words are replaced where it makes elements. A word that is not above stays English. */
function translated({ React }) {
  const createElement = React.createElement;
  const say = (child) => {
    if (typeof child !== 'string') return child;
    const word = child.trim();
    return Object.hasOwn(words, word) ? child.replace(word, words[word]) : child;
  };
  // What a parameter is by default comes as Markdown: `<i>Default value</i> : fr`.
  const sayInMarkdown = (text) => text.replace(/^<i>([^<]+)<\/i>/, (_whole, word) => `<i>${words[word] ?? word}</i>`);
  React.createElement = (type, props, ...children) => {
    const said = typeof props?.source === 'string' ? { ...props, source: sayInMarkdown(props.source) } : props;
    return createElement(type, said, ...children.map(say));
  };
  return {};
}

globalThis.SwaggerUIBundle({
  url: `/openapi.json?lang=${language}`,
  dom_id: '#reference',
  // Else it asks validator.swagger.io about the document.
  validatorUrl: null,
  deepLinking: true,
  displayRequestDuration: true,
  defaultModelsExpandDepth: 0,
  defaultModelExpandDepth: 3,
  docExpansion: 'list',
  persistAuthorization: false,
  plugins: [translated],
});
