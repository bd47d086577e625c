process.argv[2] = 'post'
import('./index.js')
