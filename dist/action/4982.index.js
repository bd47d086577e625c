export const id = 4982;
export const ids = [4982];
export const modules = {

/***/ 84982:
/***/ ((module) => {

module.exports = eval("require")("kerberos");


/***/ })

};
