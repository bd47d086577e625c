// sbom-check looks at SBOMs with other people's eyes: the schemas that CycloneDX and SPDX publish, and their own Go
// libraries. It also says what google/licensecheck, which pkg.go.dev asks, finds in licence files.
//
//	sbom-check cyclonedx FILE...   sbom-check spdx FILE...   sbom-check licences FILE...
//
// A file that is wrong ends it with status 1 and says why; `licences` prints a line of JSON a file.
package main

import (
	"bytes"
	"embed"
	"encoding/json"
	"fmt"
	"os"
	"strings"

	"github.com/CycloneDX/cyclonedx-go"
	"github.com/google/licensecheck"
	"github.com/santhosh-tekuri/jsonschema/v6"
	spdxjson "github.com/spdx/tools-golang/json"
	"github.com/spdx/tools-golang/spdxlib"
)

// Put here by scripts/test-tools.ts, out of the modules that carry them.
//
//go:embed schemas
var schemas embed.FS

func main() {
	checks := map[string]func([]byte) error{"cyclonedx": cycloneDX, "spdx": spdx, "licences": licences}
	check := checks[os.Args[1]]
	for _, path := range os.Args[2:] {
		bytes, err := os.ReadFile(path)
		if err == nil {
			err = check(bytes)
		}
		if err != nil {
			fmt.Fprintf(os.Stderr, "%s: %v\n", path, err)
			os.Exit(1)
		}
	}
}

func cycloneDX(document []byte) error {
	if err := validate("bom-1.6.schema.json", document); err != nil {
		return err
	}
	var bom cyclonedx.BOM
	return cyclonedx.NewBOMDecoder(bytes.NewReader(document), cyclonedx.BOMFileFormatJSON).Decode(&bom)
}

func spdx(document []byte) error {
	if err := validate("spdx-schema-2.3.json", document); err != nil {
		return err
	}
	read, err := spdxjson.Read(bytes.NewReader(document))
	if err != nil {
		return err
	}
	return spdxlib.ValidateDocument(read)
}

func licences(text []byte) error {
	ids := []string{}
	for _, match := range licensecheck.Scan(text).Match {
		ids = append(ids, match.ID)
	}
	return json.NewEncoder(os.Stdout).Encode(ids)
}

// The schemas refer to each other by their addresses on the web, which nobody asks here.
type embedded struct{}

func (embedded) Load(url string) (any, error) {
	file, err := schemas.Open("schemas/" + strings.ReplaceAll(url[strings.LastIndex(url, "/")+1:], ".SNAPSHOT", ""))
	if err != nil {
		return nil, err
	}
	return jsonschema.UnmarshalJSON(file)
}

func validate(schema string, document []byte) error {
	compiler := jsonschema.NewCompiler()
	compiler.UseLoader(embedded{})
	compiler.AssertFormat()
	compiled, err := compiler.Compile("https://schemas.example/" + schema)
	if err != nil {
		return err
	}
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(document))
	if err != nil {
		return err
	}
	return compiled.Validate(value)
}
