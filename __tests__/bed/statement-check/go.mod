module slipway.example/statement-check

go 1.26.8

require (
	github.com/in-toto/attestation v1.2.0
	github.com/package-url/packageurl-go v0.1.7
	google.golang.org/protobuf v1.36.11
)
