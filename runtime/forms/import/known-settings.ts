/** Settings that components have in Form.io or here, by what they are about. What is not listed means nothing to anybody. */
const groups: readonly string[] = [
  'type key input label title legend name id lang theme isNew lockKey source tags properties attributes attrs className',
  'placeholder description tooltip prefix suffix hidden hideLabel hideInputLabels disabled alwaysEnabled autofocus',
  'tabindex tabIndex shortcut customClass labelPosition labelWidth labelMargin optionsLabelPosition inputsLabelPosition',
  'modalEdit tableView dataGridLabel errorLabel errors overlay width height size style block leftIcon rightIcon',
  'multiple defaultValue persistent clearOnHide hideOnChildrenHidden validateOn validateWhenHidden validate conditional',
  'customConditional logic calculateValue calculateServer allowCalculateOverride customDefaultValue addons autocomplete',
  'autocompleteOptions inputType inputMode inputMask inputMasks inputMaskPlaceholderChar inputFormat displayMask',
  'allowMultipleMasks applyMaskOn mask case truncateMultipleSpaces spellcheck showCharCount showWordCount text',
  'rows editor as wysiwyg autoExpand fixedSize isUploadEnabled uploadStorage uploadUrl uploadOptions uploadDir fileKey',
  'decimalLimit decimalSymbol delimiter thousandsSeparator requireDecimal integer currency value values inline data',
  'dataSrc dataType valueProperty template searchEnabled searchField searchThreshold selectThreshold selectFields limit',
  'minSearch lazyLoad filter sort refreshOn refreshOnBlur refreshOnChange clearOnRefresh redrawOn readOnlyValue',
  'useExactSearch disableLimit ignoreCache noRefreshOnScroll searchDebounce uniqueOptions fuseOptions customOptions',
  'widget unique idPath selectValues addResource addResourceLabel authenticate headers disableClearIcon indexeddb',
  'maxSelectedCountMessage minSelectedCountMessage questions delimeter storeas maxTags format enableDate enableTime',
  'defaultDate enableMinDateInput enableMaxDateInput minDate maxDate datePicker timePicker timezone displayInTimezone',
  'useLocaleSettings allowInput datepickerMode shortcutButtons fields dayFirst day month year dataFormat footer penColor',
  'backgroundColor minWidth maxWidth keepOverlayRatio tag content html refreshOnChange columns autoAdjust numRows numCols',
  'header striped bordered hover condensed cellAlignment cloneRows caption components collapsible collapsed breadcrumb',
  'breadcrumbClickable buttonSettings scrollToTop nextPage allowPrevious navigateOnEnter saveOnEnter verticalLayout',
  'tree keyLabel keyBeforeValue addAnother addAnotherPosition valueComponent disableAddingRemovingRows reorder initEmpty',
  'conditionalAddButton rowGroups enableRowGroups groupToggle groups defaultOpen layoutFixed rowClass rowDrafts modal',
  'removeRow saveRow inlineEdit openWhenEmpty displayAsTable templates storage dir fileNameTemplate image imageSize',
  'webcam webcamSize fileTypes filePattern fileMinSize fileMaxSize uploadOnly privateDownload useMultipartUpload',
  'multipart url options capture enableManualMode switchToManualModeLabel manualModeViewString provider providerOptions',
  'action actions event custom disableOnInvalid showValidations state inputs sanitize trigger eventType path',
  'minYear maxYear maxFiles termCap roles unitKinds',
];

export const knownSettings: ReadonlySet<string> = new Set(groups.flatMap((group) => group.split(' ')));

/** Settings that only Form.io's own server obeys; they are left out where they are set. */
export const serverSettings: ReadonlySet<string> = new Set([
  'dbIndex',
  'encrypted',
  'protected',
  'kickbox',
  'oauthProvider',
  'apiKey',
  'subscriptionKey',
  'serverOverride',
  'reference',
  'resource',
  'form',
  'revision',
  'useOriginalRevision',
]);

/** What of a form itself is kept; the rest belongs to Form.io's server. */
export const formSettings: ReadonlySet<string> = new Set([
  'title',
  'name',
  'path',
  'type',
  'display',
  'components',
]);

/** Members that every export bears and that say nothing about the form. */
export const exportMarks: ReadonlySet<string> = new Set([
  ...[
    '_id',
    '_vid',
    'project',
    'owner',
    'created',
    'modified',
    'machineName',
    'deleted',
    'access',
    'revisions',
  ],
  ...[
    'submissionAccess',
    'submissionRevisions',
    'tags',
    'fieldMatchAccess',
    'exports',
    'plan',
    'esign',
    'config',
  ],
]);
